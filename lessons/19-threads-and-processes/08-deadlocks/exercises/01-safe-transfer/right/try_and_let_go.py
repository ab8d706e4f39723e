import random
import time


def transfer(source, target, amount):
    while source is not target:
        with source.lock:
            if target.lock.acquire(timeout=0.05 * random.random()):
                try:
                    enough = source.balance >= amount
                    if enough:
                        source.balance -= amount
                        target.balance += amount
                    return enough
                finally:
                    target.lock.release()
        time.sleep(0.05 * random.random())
    with source.lock:
        return source.balance >= amount
