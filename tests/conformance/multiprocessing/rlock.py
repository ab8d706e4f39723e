# multiprocessing.RLock: its owner may take it again; another process must wait and may not release it.
import multiprocessing as mp


def work(lock, results):
    results.put(lock.acquire(block=False))
    try:
        lock.release()
    except AssertionError:
        results.put("AssertionError")
    results.put(lock.acquire(timeout=60))
    lock.release()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    lock, results = mp.RLock(), mp.SimpleQueue()
    print(lock.acquire(), lock.acquire())
    process = mp.Process(target=work, args=(lock, results))
    process.start()
    print(results.get(), results.get())
    lock.release()
    lock.release()
    print(results.get())
    process.join()
    try:
        lock.release()
    except AssertionError:
        print("AssertionError")
