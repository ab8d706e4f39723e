# expect: not_stopped
import multiprocessing


def run_limited(target, seconds, grace=0.5):
    process = multiprocessing.Process(target=target)
    process.start()
    process.join(seconds)
    if process.exitcode is None:
        return "stopped"
    return "done" if process.exitcode == 0 else "failed"
