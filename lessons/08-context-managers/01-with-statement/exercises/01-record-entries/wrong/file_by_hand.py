# expect: file_open
def record(lock, path, entries):
    count = 0
    with lock:
        journal = open(path, "a")
        for name, cents in entries:
            journal.write(f"{name};{cents}\n")
            count += 1
        journal.close()
    return count
