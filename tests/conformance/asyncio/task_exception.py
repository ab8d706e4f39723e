# asyncio.Task: an exception of the coroutine is raised where the task is awaited, each time.
import asyncio


async def fail():
    raise LookupError("lost")


async def main():
    task = asyncio.create_task(fail())
    for _ in range(2):
        try:
            await task
        except LookupError as error:
            print(error, error is task.exception(), task.cancelled())
    try:
        task.result()
    except LookupError:
        print("result raises, too")


asyncio.run(main())
