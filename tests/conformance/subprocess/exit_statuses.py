# The child's exit status: sys.exit with a number, None, a text; os._exit; only the low eight bits count.
import subprocess
import sys

for program in ("exit(0)", "exit(255)", "exit(256)", "exit(-1)", "exit('text')", "exit(None)", "import os; os._exit(9)"):
    print(program, subprocess.run([sys.executable, "-c", program], stderr=subprocess.DEVNULL).returncode)
