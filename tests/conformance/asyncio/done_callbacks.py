# asyncio.Task.add_done_callback: called with the task soon after its end, in order; remove_done_callback tells how many it removed.
import asyncio

log = []


def first(task):
    log.append(("first", task.result()))


def second(task):
    log.append("second")


def never(task):
    log.append("never")


async def main():
    task = asyncio.create_task(asyncio.sleep(0, 5))
    for callback in (first, never, second, never):
        task.add_done_callback(callback)
    print(task.remove_done_callback(never), task.remove_done_callback(never))
    await task
    await asyncio.sleep(0)
    print(log)
    task.add_done_callback(second)
    log.append("added late")
    await asyncio.sleep(0)
    print(log[-2:])


asyncio.run(main())
