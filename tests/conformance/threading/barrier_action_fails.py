# threading.Barrier: an exception in action is raised in one thread and breaks the barrier for the others.
import threading


def action():
    raise OSError("action")


barrier = threading.Barrier(2, action)
found = []


def work():
    try:
        barrier.wait()
    except Exception as error:
        found.append(type(error).__name__)


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(found), barrier.broken)
