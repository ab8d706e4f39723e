# Threads: two that only compute both make progress, since the interpreter switches between them.
import threading

stop = False
counts = [0, 0]


def spin(index):
    while not stop:
        counts[index] += 1


threads = [threading.Thread(target=spin, args=(index,)) for index in range(2)]
for thread in threads:
    thread.start()
while min(counts) < 1000:
    pass
stop = True
for thread in threads:
    thread.join()
print(all(count >= 1000 for count in counts))
