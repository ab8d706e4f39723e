# threading.Barrier: all parties are released together, each with another index, action runs once; it can be used again.
import threading

actions = []
barrier = threading.Barrier(3, action=lambda: actions.append("action"))
print(barrier.parties, barrier.n_waiting, barrier.broken)
indexes = [[], []]


def work():
    for round_number in range(2):
        indexes[round_number].append(barrier.wait())


threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([sorted(it) for it in indexes], actions, barrier.n_waiting, barrier.broken)
