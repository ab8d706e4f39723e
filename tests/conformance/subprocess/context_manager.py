# subprocess.Popen as context manager: leaving it closes the pipes and waits for the child.
import subprocess
import sys

with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
    print(child.poll())
print(child.returncode, child.stdin.closed)
