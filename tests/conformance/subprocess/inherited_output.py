# A child without redirection writes to the parent's own output.
import subprocess
import sys

print("before", flush=True)
subprocess.run([sys.executable, "-c", "print('the child')"])
print("after")
