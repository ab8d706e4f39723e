# SystemExit in a thread: it ends that thread silently, not the program.
import sys
import threading


def work():
    sys.exit(7)


thread = threading.Thread(target=work)
thread.start()
thread.join()
print("still here", thread.is_alive())
