# subprocess: one child's stdout can be the next one's stdin.
import subprocess
import sys

first = subprocess.Popen([sys.executable, "-c", "for n in range(5): print(n)"], stdout=subprocess.PIPE)
second = subprocess.Popen(
    [sys.executable, "-c", "import sys; print(sum(int(line) for line in sys.stdin))"],
    stdin=first.stdout, stdout=subprocess.PIPE, text=True,
)
first.stdout.close()
print(second.communicate()[0].strip(), first.wait(), second.returncode)
