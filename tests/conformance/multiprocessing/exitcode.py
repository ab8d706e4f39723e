# multiprocessing.Process.exitcode: the argument of sys.exit, 1 for an exception or a text, minus the signal's number.
import multiprocessing as mp
import os
import signal
import sys


def work(end):
    sys.stderr = open(os.devnull, "w")
    if end == "raise":
        raise ValueError
    if end == "signal":
        signal.raise_signal(signal.SIGKILL)
    sys.exit(end)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    for end in (5, "raise", "signal", "text"):
        process = mp.Process(target=work, args=(end,))
        process.start()
        process.join()
        print(end, process.exitcode)
