# threading.Thread: run() calls target with args and kwargs; the name is as given or "Thread-N (target)".
import threading

got = []


def work(*args, **kwargs):
    got.append((args, sorted(kwargs.items()), threading.current_thread().name))


named = threading.Thread(target=work, args=(1, 2), kwargs={"b": 3, "a": 4}, name="worker")
named.start()
named.join()
plain = threading.Thread(target=work)
plain.start()
plain.join()
print(got[0])
print(got[1][:2], got[1][2] == plain.name, plain.name.endswith("(work)"))
plain.name = "renamed"
print(plain.name, threading.Thread(name="x").name)
