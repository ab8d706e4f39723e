# A pipe whose reader has gone: writing to it raises BrokenPipeError.
import subprocess
import sys

child = subprocess.Popen([sys.executable, "-c", "import os; os.close(0)"], stdin=subprocess.PIPE)
child.wait()
try:
    child.stdin.write(b"x" * 100)
    child.stdin.flush()
except BrokenPipeError as error:
    print(error.errno)
try:
    child.stdin.close()
except BrokenPipeError:
    print("close, too")
child = subprocess.Popen([sys.executable, "-c", "pass"], stdin=subprocess.PIPE)
child.wait()
print(child.communicate(b"ignored"))
