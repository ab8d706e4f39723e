# io: a file object shared by threads is protected by a lock of its own; no line is torn or lost.
import threading

with open("log.txt", "w") as file:

    def work(name):
        for n in range(100):
            file.write(f"{name}:{n}\n")

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
lines = open("log.txt").read().splitlines()
print(len(lines), sorted(lines) == sorted(f"{name}:{n}" for name in "abc" for n in range(100)))
