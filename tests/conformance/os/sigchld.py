# SIGCHLD: the parent's handler is called when a child ends.
import signal
import subprocess
import sys
import time

got = []
signal.signal(signal.SIGCHLD, lambda number, frame: got.append(number == signal.SIGCHLD))
child = subprocess.Popen([sys.executable, "-c", "pass"])
deadline = time.monotonic() + 30
while not got and time.monotonic() < deadline:
    time.sleep(0.01)
print(got, child.wait())
