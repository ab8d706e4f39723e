# subprocess.Popen.communicate(timeout): may be called again after TimeoutExpired, and no output is lost.
import subprocess
import sys

program = "import sys; print('first', flush=True); sys.stdin.readline(); print('second')"
child = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
try:
    # The pipe to the child stays open, so that it waits.
    child.stdout.flush()
    child.wait(timeout=0.05)
except subprocess.TimeoutExpired:
    print("TimeoutExpired")
print(child.communicate("go\n", timeout=30), child.returncode)
child = subprocess.Popen([sys.executable, "-c", "import time; print('x', flush=True); time.sleep(60)"], stdout=subprocess.PIPE)
child.stdout.read(1)
try:
    child.communicate(timeout=0.05)
except subprocess.TimeoutExpired:
    child.kill()
    print(child.communicate(), child.returncode)
