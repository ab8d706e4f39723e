# A child can start children of its own and pass their status on.
import subprocess
import sys

program = "import subprocess, sys; sys.exit(subprocess.run([sys.executable, '-c', 'print(\"grandchild\"); exit(6)']).returncode + 1)"
done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
print(done.returncode, done.stdout.strip())
