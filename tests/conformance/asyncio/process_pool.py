# loop.run_in_executor with a ProcessPoolExecutor: calls run in other processes while the loop goes on.
import asyncio
import multiprocessing as mp
import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    return n * n, os.getpid()


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2, mp_context=mp.get_context("spawn")) as pool:
        results = await asyncio.gather(*(loop.run_in_executor(pool, work, n) for n in range(4)))
        print([square for square, _ in results], os.getpid() in {pid for _, pid in results})
        try:
            await loop.run_in_executor(pool, int, "x")
        except ValueError:
            print("ValueError")


if __name__ == "__main__":
    asyncio.run(main())
