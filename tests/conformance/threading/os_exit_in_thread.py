# os._exit in a thread: ends the whole process at once, with that status and no clean-up.
import atexit
import os
import sys
import threading

atexit.register(print, "never printed")


def work():
    print("before", flush=True)
    os._exit(5)


threading.Thread(target=work).start()
threading.Event().wait()
