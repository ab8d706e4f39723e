# Coroutines: awaiting one directly runs it in the caller's task, without a turn of the loop between.
import asyncio

log = []


async def child():
    log.append("child")
    return asyncio.current_task()


async def main():
    asyncio.get_running_loop().call_soon(log.append, "callback")
    log.append("before")
    task = await child()
    log.append("after")
    await asyncio.sleep(0)
    return task is asyncio.current_task()


print(asyncio.run(main()), log)
