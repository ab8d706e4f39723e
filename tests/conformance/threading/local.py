# threading.local: attributes are each thread's own; a subclass's __init__ runs again in each thread that uses it.
import threading

data = threading.local()
data.value = "main"
seen = []


class Counter(threading.local):
    made = 0

    def __init__(self, start):
        Counter.made += 1
        self.count = start


counter = Counter(10)


def work(n):
    seen.append(hasattr(data, "value"))
    data.value = n
    counter.count += n
    seen.append((data.value, counter.count, sorted(data.__dict__)))


for n in (1, 2):
    thread = threading.Thread(target=work, args=(n,))
    thread.start()
    thread.join()
print(seen)
print(data.value, counter.count, Counter.made)
try:
    data.other
except AttributeError:
    print("AttributeError")
del data.value
print(hasattr(data, "value"))
