# SIGTERM with a handler that raises SystemExit: exit handlers and finally clauses run.
import atexit
import signal
import sys

atexit.register(print, "exit handlers run")
signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(9))
try:
    signal.raise_signal(signal.SIGTERM)
    while True:
        pass
finally:
    print("finally")
