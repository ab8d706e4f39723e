# asyncio.run_coroutine_threadsafe and call_soon_threadsafe: submit from another thread to a running loop.
import asyncio
import threading


async def double(n):
    await asyncio.sleep(0)
    return 2 * n, threading.current_thread() is threading.main_thread()


async def fail():
    raise KeyError("k")


def work(loop, event, found):
    found.append(asyncio.run_coroutine_threadsafe(double(4), loop).result(30))
    try:
        asyncio.run_coroutine_threadsafe(fail(), loop).result(30)
    except KeyError as error:
        found.append(repr(error))
    future = asyncio.run_coroutine_threadsafe(asyncio.sleep(30), loop)
    found.append(future.cancel())
    loop.call_soon_threadsafe(event.set)


async def main():
    found, event = [], asyncio.Event()
    thread = threading.Thread(target=work, args=(asyncio.get_running_loop(), event, found))
    thread.start()
    await event.wait()
    thread.join()
    print(found)


asyncio.run(main())
