# threading.Thread: is_alive() and ident before, during and after run(); start() twice is a RuntimeError.
import threading

go = threading.Event()
inside = threading.Event()


def work():
    inside.set()
    go.wait()


thread = threading.Thread(target=work)
print(thread.is_alive(), thread.ident)
try:
    thread.join()
except RuntimeError as error:
    print("join before start:", type(error).__name__)
thread.start()
inside.wait()
print(thread.is_alive(), isinstance(thread.ident, int))
try:
    thread.start()
except RuntimeError as error:
    print("second start:", type(error).__name__)
go.set()
print(thread.join())
print(thread.is_alive(), isinstance(thread.ident, int))
try:
    thread.start()
except RuntimeError as error:
    print("start after the end:", type(error).__name__)
