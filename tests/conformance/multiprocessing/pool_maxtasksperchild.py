# multiprocessing.Pool(maxtasksperchild): a worker is replaced by a new process after that many tasks.
import multiprocessing as mp
import os


def pid(_):
    return os.getpid()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Pool(1, maxtasksperchild=2) as pool:
        pids = [pool.apply(pid, (n,)) for n in range(4)]
    print(len(set(pids)), pids[0] == pids[1], pids[2] == pids[3], os.getpid() in pids)
