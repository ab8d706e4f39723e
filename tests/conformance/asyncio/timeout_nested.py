# asyncio.timeout: of nested ones only the one that expires raises TimeoutError; an outer cancellation stays one.
import asyncio


async def main():
    try:
        async with asyncio.timeout(30) as outer:
            try:
                async with asyncio.timeout(0.02) as inner:
                    await asyncio.sleep(30)
            except TimeoutError:
                print("inner", inner.expired(), outer.expired())
            await asyncio.sleep(0)
    except TimeoutError:
        print("never")
    try:
        async with asyncio.timeout(0.02) as outer:
            try:
                async with asyncio.timeout(30) as inner:
                    await asyncio.sleep(30)
            except TimeoutError:
                print("never")
    except TimeoutError:
        print("outer", inner.expired(), outer.expired())


async def cancelled():
    async with asyncio.timeout(30):
        await asyncio.sleep(30)


async def outside():
    task = asyncio.create_task(cancelled())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("CancelledError")


asyncio.run(main())
asyncio.run(outside())
