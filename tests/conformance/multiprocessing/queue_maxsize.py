# multiprocessing.Queue(maxsize): put blocks or raises Full when it is full; qsize, empty and full.
import multiprocessing as mp
import queue


def work(q, go):
    go.wait()
    q.get()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    q, go = mp.Queue(2), mp.Event()
    q.put(1)
    q.put(2)
    print(q.full(), q.qsize())
    for call in (lambda: q.put_nowait(3), lambda: q.put(3, timeout=0.02), lambda: q.put(3, False)):
        try:
            call()
        except queue.Full:
            print("Full")
    process = mp.Process(target=work, args=(q, go))
    process.start()
    go.set()
    q.put("room at last", timeout=60)
    process.join()
    print(q.get(), q.get())
