# asyncio.Future: set_result, set_exception and cancel settle it once; awaiting gives the result.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, "later")
    print(future.done(), await future, future.done(), future.get_loop() is loop, asyncio.isfuture(future))
    for call in (lambda: future.set_result(1), lambda: future.set_exception(KeyError())):
        try:
            call()
        except asyncio.InvalidStateError:
            print("InvalidStateError")
    failed = loop.create_future()
    failed.set_exception(KeyError("k"))
    try:
        await failed
    except KeyError as error:
        print(repr(error))
    cancelled = loop.create_future()
    print(cancelled.cancel(), cancelled.cancel(), cancelled.cancelled())
    try:
        await cancelled
    except asyncio.CancelledError:
        print("CancelledError")


asyncio.run(main())
