# asyncio.TaskGroup: an exception in the body cancels the tasks and comes in the ExceptionGroup.
import asyncio

log = []


async def wait():
    try:
        await asyncio.sleep(30)
    finally:
        log.append("task ended")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(wait())
            await asyncio.sleep(0)
            raise LookupError("body")
    except ExceptionGroup as group_error:
        print([repr(it) for it in group_error.exceptions], log)


asyncio.run(main())
