# os.kill, getpid, getppid: a child can signal its parent; signal 0 only asks whether the process is there.
import os
import signal
import subprocess
import sys

got = []
signal.signal(signal.SIGUSR1, lambda number, frame: got.append(number == signal.SIGUSR1))
program = "import os, signal; print(os.getppid()); os.kill(os.getppid(), signal.SIGUSR1)"
done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
while not got:
    pass
print(int(done.stdout) == os.getpid(), got, os.kill(os.getpid(), 0))
