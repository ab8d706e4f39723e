# multiprocessing.Lock: excludes other processes; read, switch, write of shared memory under it loses no update.
import multiprocessing as mp


def work(lock, value):
    for _ in range(100):
        with lock:
            old = value.value
            for _ in range(3):
                pass
            value.value = old + 1


if __name__ == "__main__":
    mp.set_start_method("spawn")
    lock, value = mp.Lock(), mp.Value("i", 0, lock=False)
    processes = [mp.Process(target=work, args=(lock, value)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(value.value)
    print(lock.acquire(), lock.acquire(block=False), lock.acquire(timeout=0.02), lock.release())
    try:
        lock.release()
    except ValueError:
        print("ValueError")
