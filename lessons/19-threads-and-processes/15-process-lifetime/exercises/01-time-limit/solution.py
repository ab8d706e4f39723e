import multiprocessing

import jobs


def run_limited(target, seconds, grace=0.5):
    """Run target() in a process for a limited time; return how it ended."""
    process = multiprocessing.Process(target=target)
    process.start()
    process.join(seconds)
    if not process.is_alive():
        return "done" if process.exitcode == 0 else "failed"
    process.terminate()
    process.join(grace)
    if not process.is_alive():
        return "stopped"
    process.kill()
    process.join()
    return "killed"


if __name__ == "__main__":
    for target in (jobs.quick, jobs.fails):
        print(target.__name__, run_limited(target, 5))
