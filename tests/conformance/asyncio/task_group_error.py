# asyncio.TaskGroup: the first error cancels the other tasks and the body; all errors come together in an ExceptionGroup.
import asyncio

log = []


async def fail(error, turns=0):
    for _ in range(turns):
        await asyncio.sleep(0)
    raise error


async def fail_when_cancelled():
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        log.append("sibling cancelled")
        raise KeyError("on the way out")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError("first"), 2))
            group.create_task(fail_when_cancelled())
            try:
                await asyncio.sleep(30)
            except asyncio.CancelledError:
                log.append("body cancelled")
                raise
    except* ValueError as errors:
        print("ValueError", [str(it) for it in errors.exceptions])
    except* KeyError as errors:
        print("KeyError", len(errors.exceptions))
    print(sorted(log), asyncio.current_task().cancelling())


asyncio.run(main())
