import multiprocessing

import jobs


def run_limited(target, seconds, grace=0.5):
    """Run target() in a process for a limited time; return how it ended."""
    process = multiprocessing.Process(target=target)
    process.start()
    process.join(seconds)
    return "done"  # TODO


if __name__ == "__main__":
    for target in (jobs.quick, jobs.fails):
        print(target.__name__, run_limited(target, 5))
