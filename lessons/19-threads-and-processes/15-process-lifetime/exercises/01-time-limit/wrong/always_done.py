# expect: exit_code_ignored
import multiprocessing


def run_limited(target, seconds, grace=0.5):
    process = multiprocessing.Process(target=target)
    process.start()
    process.join(seconds)
    if not process.is_alive():
        return "done"
    process.terminate()
    process.join(grace)
    if not process.is_alive():
        return "stopped"
    process.kill()
    process.join()
    return "killed"
