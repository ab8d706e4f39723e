# multiprocessing.Process: runs target with its arguments in another process; exitcode is None until the end, then 0.
import multiprocessing as mp
import os


def work(a, b, queue):
    queue.put((a + b, os.getpid(), os.getppid(), mp.current_process().name, mp.parent_process().pid))


if __name__ == "__main__":
    mp.set_start_method("spawn")
    queue = mp.Queue()
    process = mp.Process(target=work, args=(1,), kwargs={"b": 2, "queue": queue}, name="adder")
    print(process.exitcode, process.pid, process.is_alive(), process.name, process.daemon)
    process.start()
    total, pid, parent, name, parent_process = queue.get()
    process.join()
    print(total, pid == process.pid, parent == parent_process == os.getpid(), name)
    print(process.exitcode, process.is_alive(), mp.parent_process())
    try:
        process.start()
    except AssertionError:
        print("AssertionError")
