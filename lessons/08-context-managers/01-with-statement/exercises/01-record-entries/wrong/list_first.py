# expect: not_locked
def record(lock, path, entries):
    entries = list(entries)
    with lock, open(path, "a") as journal:
        for name, cents in entries:
            journal.write(f"{name};{cents}\n")
    return len(entries)
