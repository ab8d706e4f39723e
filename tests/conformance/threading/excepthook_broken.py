# threading.excepthook: when the hook itself raises, sys.excepthook gets that exception.
import sys
import threading

found = []


def hook(args):
    raise TypeError("hook failed")


def last_hook(kind, value, tb):
    found.append((kind.__name__, str(value)))


def work():
    raise ValueError("first")


threading.excepthook = hook
sys.excepthook = last_hook
thread = threading.Thread(target=work)
thread.start()
thread.join()
print(found)
