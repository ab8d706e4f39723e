# multiprocessing.Pool: terminate ends the workers at once; leaving a with block does so, close and join let them finish.
import multiprocessing as mp
import time


def slow(_):
    time.sleep(60)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    started = time.monotonic()
    with mp.Pool(2) as pool:
        pool.apply_async(slow, (1,))
        workers = list(pool._pool)
    pool.join()
    print(time.monotonic() - started < 40, any(worker.is_alive() for worker in workers))
    pool = mp.Pool(1)
    result = pool.apply_async(pow, (2, 5))
    pool.close()
    pool.join()
    print(result.get())
