# threading.Thread.join: joining the current thread is a RuntimeError, since it would deadlock.
import threading

found = []


def work():
    try:
        threading.current_thread().join()
    except RuntimeError as error:
        found.append(type(error).__name__)


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(found)
try:
    threading.main_thread().join()
except RuntimeError as error:
    print(type(error).__name__)
