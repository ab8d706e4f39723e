# SIGTERM without a handler ends the process by that signal, with no clean-up.
import atexit
import os
import signal
import sys

atexit.register(print, "never printed")
print("before", flush=True)
os.kill(os.getpid(), signal.SIGTERM)
while True:
    pass
