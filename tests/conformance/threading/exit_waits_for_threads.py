# threading.Thread: the interpreter waits for threads that are not daemons before it runs exit handlers.
import atexit
import threading
import time

atexit.register(print, "exit handlers run")


def late():
    threading.main_thread().join()
    print("main thread alive:", threading.main_thread().is_alive())
    time.sleep(0.02)
    print("thread ends")


threading.Thread(target=late).start()
print("main ends")
