# asyncio.timeout: cancels the block at its deadline and turns that into TimeoutError outside; expired() tells.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.03) as scope:
            print(scope.expired(), scope.when() > loop.time())
            try:
                await asyncio.sleep(30)
            except asyncio.CancelledError:
                print("cancelled inside")
                raise
    except TimeoutError:
        print("TimeoutError", scope.expired(), asyncio.current_task().cancelling())
    async with asyncio.timeout(30) as scope:
        await asyncio.sleep(0)
    print(scope.expired())
    async with asyncio.timeout(None) as scope:
        print(scope.when())


asyncio.run(main())
