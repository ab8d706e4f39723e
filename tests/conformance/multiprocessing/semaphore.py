# multiprocessing.Semaphore: counts across processes; get_value tells the count; BoundedSemaphore refuses one release too many.
import multiprocessing as mp


def work(semaphore, results):
    results.put([semaphore.acquire(block=False) for _ in range(3)])
    semaphore.release()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    semaphore, results = mp.Semaphore(3), mp.SimpleQueue()
    print(semaphore.acquire(), semaphore.get_value())
    process = mp.Process(target=work, args=(semaphore, results))
    process.start()
    print(results.get())
    process.join()
    print(semaphore.get_value(), semaphore.acquire(timeout=30), semaphore.acquire(timeout=0.02))
    bounded = mp.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError:
        print("ValueError")
    with bounded:
        print(bounded.get_value())
