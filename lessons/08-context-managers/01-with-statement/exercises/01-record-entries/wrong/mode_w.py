# expect: overwritten
def record(lock, path, entries):
    count = 0
    with lock, open(path, "w") as journal:
        for name, cents in entries:
            journal.write(f"{name};{cents}\n")
            count += 1
    return count
