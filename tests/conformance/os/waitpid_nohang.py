# os.waitpid with WNOHANG: (0, 0) while the child runs; os.wait takes any child.
import os
import subprocess
import sys

child = subprocess.Popen([sys.executable, "-c", "input(); exit(3)"], stdin=subprocess.PIPE)
print(os.waitpid(child.pid, os.WNOHANG))
child.stdin.write(b"\n")
child.stdin.close()
pid, status = os.wait()
print(pid == child.pid, os.waitstatus_to_exitcode(status))
try:
    os.wait()
except ChildProcessError:
    print("ChildProcessError")
