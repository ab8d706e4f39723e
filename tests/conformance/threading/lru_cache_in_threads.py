# functools: lru_cache and cached values stay consistent when threads call at once.
import functools
import threading


@functools.lru_cache(maxsize=16)
def square(n):
    return n * n


wrong = []


def work():
    for n in range(500):
        if square(n % 20) != (n % 20) ** 2:
            wrong.append(n)


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
info = square.cache_info()
print(wrong, info.hits + info.misses, info.currsize)
