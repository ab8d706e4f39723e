# multiprocessing.Pool: initializer runs once in each worker before its tasks.
import multiprocessing as mp
import os

state = None


def prepare(value):
    global state
    state = (value, os.getpid())


def read(_):
    return state[0], state[1] == os.getpid()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Pool(2, initializer=prepare, initargs=("ready",)) as pool:
        print(set(pool.map(read, range(6))), state)
