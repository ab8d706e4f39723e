# expect: all_at_the_end
def record(lock, path, entries):
    with lock:
        lines = [f"{name};{cents}\n" for name, cents in entries]
        with open(path, "a") as journal:
            journal.writelines(lines)
        return len(lines)
