# multiprocessing: a child that is no daemon may start children; results come back through both.
import multiprocessing as mp


def leaf(queue, n):
    queue.put(n * 10)


def branch(queue):
    inner = mp.Queue()
    process = mp.Process(target=leaf, args=(inner, 4))
    process.start()
    queue.put(inner.get() + 2)
    process.join()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    queue = mp.Queue()
    process = mp.Process(target=branch, args=(queue,))
    process.start()
    print(queue.get())
    process.join()
    print(process.exitcode)
