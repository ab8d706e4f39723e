# threading.Thread.daemon: the interpreter exits without waiting for daemon threads.
import atexit
import threading

atexit.register(print, "exit handlers run")
started = threading.Event()


def forever():
    started.set()
    threading.Event().wait()
    print("never printed")


threading.Thread(target=forever, daemon=True).start()
started.wait()
print("main ends")
