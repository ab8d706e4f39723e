# asyncio.shield: cancelling the waiter does not cancel the shielded task.
import asyncio


async def work():
    await asyncio.sleep(0.03)
    return "finished"


async def main():
    inner = asyncio.create_task(work())

    async def waiter():
        return await asyncio.shield(inner)

    outer = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("waiter cancelled", inner.cancelled(), inner.done())
    print(await inner)
    try:
        await asyncio.wait_for(asyncio.shield(second := asyncio.create_task(work())), 0.01)
    except TimeoutError:
        print("TimeoutError", second.cancelled(), await second)


asyncio.run(main())
