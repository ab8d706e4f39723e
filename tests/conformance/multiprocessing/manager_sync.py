# multiprocessing.Manager: Queue, Lock, Event, Semaphore and Barrier work across processes by proxy.
import multiprocessing as mp
import queue


def work(q, lock, event, barrier):
    event.wait()
    with lock:
        q.put(("child", q.qsize()))
    barrier.wait()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Manager() as manager:
        q, lock, event, barrier = manager.Queue(), manager.Lock(), manager.Event(), manager.Barrier(2)
        process = mp.Process(target=work, args=(q, lock, event, barrier))
        process.start()
        with lock:
            event.set()
            q.put("parent first")
        barrier.wait()
        process.join()
        print(q.get(), q.get())
        try:
            q.get_nowait()
        except queue.Empty:
            print("Empty")
        semaphore = manager.Semaphore(1)
        print(semaphore.acquire(), semaphore.acquire(False), process.exitcode)
