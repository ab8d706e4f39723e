# subprocess: start_new_session and process groups: os.killpg reaches the whole group of a child.
import os
import signal
import subprocess
import sys

program = "import os, time; print(os.getpgid(0) == os.getpid(), os.getsid(0) == os.getpid(), flush=True); time.sleep(60)"
child = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, start_new_session=True)
print(child.stdout.readline().strip())
print(os.getpgid(child.pid) == child.pid, os.getpgid(0) != child.pid)
os.killpg(child.pid, signal.SIGTERM)
print(child.wait())
child.stdout.close()
