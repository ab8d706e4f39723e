# An uncaught exception in a thread: it is printed to sys.stderr with the thread's name, and the program goes on.
import io
import sys
import threading


def broken():
    raise KeyError("lost")


real, sys.stderr = sys.stderr, io.StringIO()
thread = threading.Thread(target=broken, name="breaker")
thread.start()
thread.join()
text, sys.stderr = sys.stderr.getvalue(), real
lines = text.splitlines()
print(lines[0])
print(lines[1])
print(lines[-1])
print(any("broken" in line for line in lines))
