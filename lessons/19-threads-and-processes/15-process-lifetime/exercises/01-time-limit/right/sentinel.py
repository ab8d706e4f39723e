from multiprocessing import Process
from multiprocessing.connection import wait


def run_limited(target, seconds, grace=0.5):
    process = Process(target=target, daemon=True)
    process.start()
    steps = [("", seconds), ("stopped", grace), ("killed", None)]
    for answer, limit in steps:
        if answer == "stopped":
            process.terminate()
        elif answer == "killed":
            process.kill()
        if wait([process.sentinel], limit):
            process.join()
            return answer or ("failed" if process.exitcode else "done")
