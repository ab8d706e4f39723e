def record(lock, path, entries):
    """Append the entries to the journal; return how many there were."""
    count = 0
    with lock, open(path, "a") as journal:
        for name, cents in entries:
            journal.write(f"{name};{cents}\n")
            count += 1
    return count


if __name__ == "__main__":
    import threading

    guard = threading.Lock()
    print(record(guard, "journal.txt", [("ada", 1250), ("bob", 80)]))
    with open("journal.txt") as journal:
        print(journal.read(), end="")
