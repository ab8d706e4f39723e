# expect: killed_at_once
import multiprocessing


def run_limited(target, seconds, grace=0.5):
    process = multiprocessing.Process(target=target)
    process.start()
    process.join(seconds)
    if process.exitcode is not None:
        return "done" if process.exitcode == 0 else "failed"
    process.kill()
    process.join()
    return "stopped"
