# asyncio: each task has a copy of the context of its creation; what it sets is not seen outside; callbacks likewise.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="default")


async def child(name):
    before = var.get()
    var.set(name)
    await asyncio.sleep(0)
    return before, var.get()


async def main():
    var.set("main")
    print(await asyncio.gather(child("a"), child("b")), var.get())
    print(await child("direct"), var.get())
    context = contextvars.copy_context()
    context.run(var.set, "given")
    task = asyncio.create_task(child("in context"), context=context)
    print(await task, var.get(), context[var])
    found = []
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: found.append(var.get()))
    loop.call_soon(lambda: found.append(var.get()), context=context)
    var.set("after")
    await asyncio.sleep(0)
    print(found)


asyncio.run(main())
