# ProcessPoolExecutor: submit and map run in other processes; map keeps the order and takes chunks.
import multiprocessing as mp
import os
from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n


def pid():
    return os.getpid()


if __name__ == "__main__":
    with ProcessPoolExecutor(2, mp_context=mp.get_context("spawn")) as pool:
        print(pool.submit(pow, 2, 10).result(), pool.submit(pid).result() != os.getpid())
        print(list(pool.map(square, range(8))), list(pool.map(square, range(5), chunksize=2)))
    try:
        pool.submit(pid)
    except RuntimeError:
        print("RuntimeError")
