# multiprocessing.Process: terminate sends SIGTERM, kill SIGKILL; finally clauses of the child do not run.
import multiprocessing as mp
import time


def work(ready):
    try:
        ready.set()
        time.sleep(60)
    finally:
        print("never printed")


if __name__ == "__main__":
    mp.set_start_method("spawn")
    for end in ("terminate", "kill"):
        ready = mp.Event()
        process = mp.Process(target=work, args=(ready,))
        process.start()
        ready.wait()
        getattr(process, end)()
        process.join()
        print(end, process.exitcode, process.is_alive())
