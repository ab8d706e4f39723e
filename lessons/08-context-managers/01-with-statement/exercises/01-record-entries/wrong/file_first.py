# expect: file_outside
def record(lock, path, entries):
    count = 0
    with open(path, "a") as journal, lock:
        for name, cents in entries:
            journal.write(f"{name};{cents}\n")
            count += 1
    return count
