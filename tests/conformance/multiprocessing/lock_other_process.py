# multiprocessing.Lock: any process may release it, and a waiter in another process goes on.
import multiprocessing as mp


def work(lock, log):
    log.put("child releases")
    lock.release()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    lock, log = mp.Lock(), mp.SimpleQueue()
    lock.acquire()
    process = mp.Process(target=work, args=(lock, log))
    process.start()
    print(lock.acquire(timeout=60), log.get())
    process.join()
