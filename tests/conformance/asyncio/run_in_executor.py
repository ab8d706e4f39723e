# loop.run_in_executor: calls in the default or a given pool; set_default_executor; results and errors come back.
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


def name():
    return threading.current_thread().name.split("_")[0]


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, pow, 2, 5))
    with ThreadPoolExecutor(1, thread_name_prefix="mine") as pool:
        print(await loop.run_in_executor(pool, name))
    loop.set_default_executor(ThreadPoolExecutor(1, thread_name_prefix="default"))
    print(await loop.run_in_executor(None, name))
    try:
        await loop.run_in_executor(None, int, "x")
    except ValueError:
        print("ValueError")
    future = loop.run_in_executor(None, int)
    print(asyncio.isfuture(future), await future)


asyncio.run(main())
