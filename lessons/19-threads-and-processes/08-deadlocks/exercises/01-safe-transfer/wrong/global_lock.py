# expect: one_for_all
import threading

everything = threading.Lock()


def transfer(source, target, amount):
    with everything:
        if source is target:
            with source.lock:
                return source.balance >= amount
        with source.lock, target.lock:
            if source.balance < amount:
                return False
            source.balance -= amount
            target.balance += amount
            return True
