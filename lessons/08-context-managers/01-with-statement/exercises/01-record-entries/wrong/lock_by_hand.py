# expect: lock_kept
def record(lock, path, entries):
    count = 0
    lock.acquire()
    with open(path, "a") as journal:
        for name, cents in entries:
            journal.write(f"{name};{cents}\n")
            count += 1
    lock.release()
    return count
