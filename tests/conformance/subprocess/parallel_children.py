# subprocess.Popen: children run at the same time; they end in an order of their own.
import subprocess
import sys

program = "import sys; sys.stdin.readline(); print(sys.argv[1])"
children = [
    subprocess.Popen([sys.executable, "-c", program, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    for name in "abc"
]
print([child.poll() for child in children])
for child in reversed(children):
    print(child.communicate("go\n")[0].strip(), child.returncode)
