# asyncio.Task.cancel: raises CancelledError in the coroutine at its next turn; cancelled() after it has come through.
import asyncio

log = []


async def work():
    log.append("started")
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError as error:
        log.append(("CancelledError", error.args))
        raise
    finally:
        log.append("finally")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    print(task.cancel("a message"), task.cancelled(), task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        print("awaiting raises", isinstance(error, Exception), isinstance(error, BaseException))
    print(task.cancelled(), task.done(), task.cancel())
    for call in (task.result, task.exception):
        try:
            call()
        except asyncio.CancelledError:
            print("CancelledError")
    print(log)


asyncio.run(main())
