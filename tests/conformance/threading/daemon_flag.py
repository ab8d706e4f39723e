# threading.Thread.daemon: inherited from the creating thread, settable before start only.
import threading

print(threading.main_thread().daemon, threading.Thread().daemon, threading.Thread(daemon=True).daemon)
found = []


def work():
    found.append(threading.Thread().daemon)
    found.append(threading.Thread(daemon=False).daemon)


thread = threading.Thread(target=work)
thread.daemon = True
thread.start()
try:
    thread.daemon = False
except RuntimeError as error:
    print(type(error).__name__)
thread.join()
print(found, thread.daemon)
