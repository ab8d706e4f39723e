# multiprocessing.Event: set in one process wakes waiters in others; wait with a timeout returns False.
import multiprocessing as mp


def work(start, done, results):
    results.put(start.wait())
    done.set()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    start, done, results = mp.Event(), mp.Event(), mp.SimpleQueue()
    print(start.is_set(), start.wait(0.02))
    processes = [mp.Process(target=work, args=(start, done, results)) for _ in range(2)]
    for process in processes:
        process.start()
    print(done.wait(0.02))
    start.set()
    print(results.get(), results.get(), done.wait(60))
    for process in processes:
        process.join()
    start.clear()
    print(start.is_set(), done.is_set())
