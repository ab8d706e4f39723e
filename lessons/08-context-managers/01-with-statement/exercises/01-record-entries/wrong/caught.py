# expect: failure_hidden
def record(lock, path, entries):
    count = 0
    try:
        with lock, open(path, "a") as journal:
            for name, cents in entries:
                journal.write(f"{name};{cents}\n")
                count += 1
    except Exception as error:
        print("failed:", error)
    return count
