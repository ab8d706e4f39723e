# loop.call_soon: a callback added by a callback runs in the next turn, after what was ready before.
import asyncio

log = []


async def main():
    loop = asyncio.get_running_loop()

    def first():
        log.append("first")
        loop.call_soon(log.append, "added by first")

    loop.call_soon(first)
    loop.call_soon(log.append, "second")
    await asyncio.sleep(0)
    print(log)
    await asyncio.sleep(0)
    print(log)


asyncio.run(main())
