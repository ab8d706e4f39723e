# asyncio.Runner: several runs share one loop and one context; get_loop, close.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def count():
    var.set(var.get() + 1)
    return var.get(), asyncio.get_running_loop()


with asyncio.Runner() as runner:
    first, loop = runner.run(count())
    second, again = runner.run(count())
    print(first, second, loop is again is runner.get_loop(), loop.is_closed())
print(loop.is_closed(), var.get())
try:
    coroutine = count()
    runner.run(coroutine)
except RuntimeError:
    coroutine.close()
    print("closed")
with asyncio.Runner(debug=True) as runner:
    print(runner.get_loop().get_debug())
