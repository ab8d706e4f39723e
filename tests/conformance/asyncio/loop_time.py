# loop.time: a monotonic clock in seconds, the one call_at and timeouts use.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    first = loop.time()
    await asyncio.sleep(0.05)
    second = loop.time()
    print(0.045 < second - first < 5, isinstance(first, float))
    done = loop.create_future()
    loop.call_at(second + 0.03, lambda: done.set_result(loop.time()))
    print(await done >= second + 0.029)


asyncio.run(main())
