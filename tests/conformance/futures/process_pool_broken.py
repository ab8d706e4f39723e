# ProcessPoolExecutor: a worker that dies breaks the pool; its futures raise BrokenProcessPool.
import multiprocessing as mp
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

if __name__ == "__main__":
    with ProcessPoolExecutor(1, mp_context=mp.get_context("spawn")) as pool:
        future = pool.submit(os._exit, 3)
        try:
            future.result()
        except BrokenProcessPool:
            print("BrokenProcessPool")
        try:
            pool.submit(int)
        except BrokenProcessPool:
            print("BrokenProcessPool")
