# asyncio.create_task: the coroutine starts with the next turn of the loop; result and exception raise InvalidStateError before the end.
import asyncio

log = []


async def work():
    log.append("work")
    return "done"


async def main():
    task = asyncio.create_task(work())
    log.append("created")
    for call in (task.result, task.exception):
        try:
            call()
        except asyncio.InvalidStateError:
            log.append("InvalidStateError")
    print(task.done(), await task, task.done(), task.result(), task.exception(), task.cancelled())


asyncio.run(main())
print(log)
try:
    coroutine = work()
    asyncio.create_task(coroutine)
except RuntimeError:
    coroutine.close()
    print("no running loop")
