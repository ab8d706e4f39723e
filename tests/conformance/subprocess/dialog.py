# subprocess.Popen: with pipes both ways, line by line, parent and child hold a dialog.
import subprocess
import sys

program = "while True:\n    try:\n        print(int(input()) ** 2, flush=True)\n    except EOFError:\n        break"
with subprocess.Popen(
    [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
) as child:
    for n in (3, 4, 5):
        child.stdin.write(f"{n}\n")
        child.stdin.flush()
        print(child.stdout.readline().strip())
    child.stdin.close()
    print(repr(child.stdout.read()))
print(child.returncode)
