# ProcessPoolExecutor: initializer runs in each worker; as_completed and wait work as with threads; cancel of a queued call.
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor, as_completed, wait

value = None


def prepare(n):
    global value
    value = n


def read(n):
    return value + n


if __name__ == "__main__":
    with ProcessPoolExecutor(2, mp_context=mp.get_context("spawn"), initializer=prepare, initargs=(100,)) as pool:
        futures = [pool.submit(read, n) for n in range(4)]
        print(sorted(future.result() for future in as_completed(futures)))
        done, pending = wait(futures)
        print(len(done), len(pending))
