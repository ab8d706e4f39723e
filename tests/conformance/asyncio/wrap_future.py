# asyncio.wrap_future: awaits a concurrent.futures.Future; cancelling goes through to it.
import asyncio
from concurrent.futures import Future


async def main():
    loop = asyncio.get_running_loop()
    source = Future()
    loop.call_later(0.01, source.set_result, "from outside")
    print(await asyncio.wrap_future(source))
    other = Future()
    wrapped = asyncio.wrap_future(other)
    wrapped.cancel()
    await asyncio.sleep(0)
    print(other.cancelled())
    failed = Future()
    failed.set_exception(KeyError("k"))
    try:
        await asyncio.wrap_future(failed)
    except KeyError as error:
        print(repr(error))


asyncio.run(main())
