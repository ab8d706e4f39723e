# asyncio.run: runs the coroutine, returns its result, raises its exception; not callable from a running loop.
import asyncio


async def value():
    await asyncio.sleep(0)
    return 42


async def fail():
    raise KeyError("k")


async def nested():
    coroutine = value()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        coroutine.close()
        return type(error).__name__


print(asyncio.run(value()))
try:
    asyncio.run(fail())
except KeyError as error:
    print(repr(error))
print(asyncio.run(nested()))
try:
    asyncio.run(value)
except (TypeError, ValueError):
    print("not a coroutine")
