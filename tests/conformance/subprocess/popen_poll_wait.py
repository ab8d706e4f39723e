# subprocess.Popen: poll() is None while the child runs, wait() returns its status, with a timeout it may raise.
import subprocess
import sys

child = subprocess.Popen([sys.executable, "-c", "input(); exit(5)"], stdin=subprocess.PIPE)
print(child.poll(), child.returncode, child.pid > 0)
try:
    child.wait(timeout=0.05)
except subprocess.TimeoutExpired as error:
    print("TimeoutExpired", error.timeout)
child.stdin.write(b"go\n")
child.stdin.close()
print(child.wait(), child.poll(), child.returncode, child.wait())
