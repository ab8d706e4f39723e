# expect: not_reaped
import multiprocessing
import time


def run_limited(target, seconds, grace=0.5):
    process = multiprocessing.Process(target=target)
    process.start()
    process.join(seconds)
    if process.exitcode is not None:
        return "done" if process.exitcode == 0 else "failed"
    process.terminate()
    process.join(grace)
    return "killed" if process.is_alive() else "stopped"
