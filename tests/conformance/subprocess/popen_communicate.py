# subprocess.Popen.communicate: sends input, reads both outputs to their end and waits.
import subprocess
import sys

program = "import sys; text = sys.stdin.read(); print(len(text)); print(text[:3], file=sys.stderr)"
child = subprocess.Popen(
    [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
)
print(child.communicate("x" * 100_000), child.returncode)
child = subprocess.Popen([sys.executable, "-c", "print('only out')"], stdout=subprocess.PIPE, text=True)
print(child.communicate(), child.stdout.closed)
