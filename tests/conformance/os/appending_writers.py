# os: a file written by a child is seen by the parent, and appending writers do not overwrite each other.
import subprocess
import sys

program = "import sys\nwith open('log.txt', 'a') as file:\n    for n in range(20):\n        file.write(f'{sys.argv[1]}{n}\\n')\n        file.flush()"
children = [subprocess.Popen([sys.executable, "-c", program, name]) for name in "ab"]
print([child.wait() for child in children])
lines = open("log.txt").read().split()
print(len(lines), sorted(lines) == sorted(f"{name}{n}" for name in "ab" for n in range(20)))
