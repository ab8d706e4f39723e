# loop.set_exception_handler: gets what callbacks raise, with message, exception and handle; None restores the default.
import asyncio

found = []


def handler(loop, context):
    found.append((type(context["exception"]).__name__, "message" in context, "handle" in context))


def broken():
    raise OSError("callback")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(broken)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand", "exception": KeyError()})
    print(found)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    try:
        loop.set_exception_handler("no function")
    except TypeError:
        print("TypeError")


asyncio.run(main())
