# os.getpid: every process has its own; children of one parent share getppid.
import os
import subprocess
import sys

program = "import os; print(os.getpid(), os.getppid())"
pairs = [tuple(map(int, subprocess.check_output([sys.executable, "-c", program]).split())) for _ in range(2)]
pids = {os.getpid(), pairs[0][0], pairs[1][0]}
print(len(pids), {parent for _, parent in pairs} == {os.getpid()})
