# multiprocessing.Barrier: processes go on together, each with an index of its own.
import multiprocessing as mp
import threading


def work(barrier, results):
    results.put(barrier.wait())
    results.put(barrier.wait())


if __name__ == "__main__":
    mp.set_start_method("spawn")
    barrier, results = mp.Barrier(2), mp.Queue()
    process = mp.Process(target=work, args=(barrier, results))
    process.start()
    first = barrier.wait()
    print(sorted([first, results.get()]), barrier.parties, barrier.broken)
    second = barrier.wait()
    print(sorted([second, results.get()]), barrier.n_waiting)
    process.join()
    try:
        barrier.wait(0.02)
    except threading.BrokenBarrierError:
        print("BrokenBarrierError", barrier.broken)
