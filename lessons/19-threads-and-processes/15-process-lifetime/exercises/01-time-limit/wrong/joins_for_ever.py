# expect: waits_for_the_stubborn
import multiprocessing


def run_limited(target, seconds, grace=0.5):
    process = multiprocessing.Process(target=target)
    process.start()
    process.join(seconds)
    if process.exitcode is not None:
        return "done" if process.exitcode == 0 else "failed"
    process.terminate()
    process.join()
    return "stopped" if process.exitcode in (0, -15) else "killed"
