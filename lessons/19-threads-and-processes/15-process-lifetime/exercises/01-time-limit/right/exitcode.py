import multiprocessing
import time


def ends_within(process, seconds):
    deadline = time.monotonic() + seconds
    while process.exitcode is None and time.monotonic() < deadline:
        process.join(0.05)
    return process.exitcode is not None


def run_limited(target, seconds, grace=0.5):
    process = multiprocessing.Process(target=target)
    process.start()
    if ends_within(process, seconds):
        return {0: "done"}.get(process.exitcode, "failed")
    process.terminate()
    if ends_within(process, grace):
        return "stopped"
    process.kill()
    process.join()
    process.close()
    return "killed"
