# loop.call_soon: first in, first out; call_later and call_at by their time; cancel() of a handle prevents the call.
import asyncio

log = []


async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()
    loop.call_later(0.04, log.append, "later 40")
    loop.call_at(now + 0.02, log.append, "at 20")
    handle = loop.call_later(0.03, log.append, "never")
    loop.call_soon(log.append, "soon 1")
    loop.call_soon(log.append, "soon 2")
    loop.call_soon(log.append, "never").cancel()
    print(handle.cancelled(), handle.when() >= now + 0.03)
    handle.cancel()
    print(handle.cancelled(), log)
    await asyncio.sleep(0.08)
    print(log)


asyncio.run(main())
