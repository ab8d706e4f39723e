# asyncio.to_thread: calls the function in another thread with the caller's context; the loop goes on meanwhile.
import asyncio
import contextvars
import threading

var = contextvars.ContextVar("var")


def work(a, *, b):
    return a + b, var.get(), threading.current_thread() is threading.main_thread()


def fail():
    raise OSError("in the thread")


async def main():
    var.set("from the task")
    print(await asyncio.to_thread(work, 1, b=2))
    gate = threading.Event()
    waiting = asyncio.create_task(asyncio.to_thread(gate.wait))
    turns = 0
    for _ in range(5):
        await asyncio.sleep(0)
        turns += 1
    print(turns, waiting.done())
    gate.set()
    print(await waiting)
    try:
        await asyncio.to_thread(fail)
    except OSError as error:
        print(error)


asyncio.run(main())
