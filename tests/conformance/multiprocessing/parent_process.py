# multiprocessing.parent_process: the child knows its parent and whether it lives.
import multiprocessing as mp


def work(queue):
    parent = mp.parent_process()
    queue.put((parent.is_alive(), parent.name, mp.current_process().name, parent.pid))


if __name__ == "__main__":
    import os

    mp.set_start_method("spawn")
    queue = mp.SimpleQueue()
    process = mp.Process(target=work, args=(queue,), name="child")
    process.start()
    alive, name, own, pid = queue.get()
    print(alive, name, own, pid == os.getpid(), mp.parent_process())
    process.join()
