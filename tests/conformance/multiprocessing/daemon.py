# multiprocessing.Process.daemon: daemonic children are terminated when the main process ends, and have no children of their own.
import multiprocessing as mp
import time


def child():
    pass


def work(connection):
    process = mp.Process(target=child)
    try:
        process.start()
    except AssertionError:
        connection.send(("AssertionError", mp.current_process().daemon))
    time.sleep(60)
    print("never printed")


if __name__ == "__main__":
    mp.set_start_method("spawn")
    ours, theirs = mp.Pipe()
    process = mp.Process(target=work, args=(theirs,), daemon=True)
    process.start()
    print(ours.recv(), process.daemon)
    try:
        process.daemon = False
    except AssertionError:
        print("AssertionError")
    print("main ends")
