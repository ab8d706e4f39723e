from pathlib import Path


def record(lock, path, entries):
    lock.acquire()
    try:
        with Path(path).open("a") as journal:
            return sum(1 for name, cents in entries if journal.write(f"{name};{cents}\n"))
    finally:
        lock.release()
