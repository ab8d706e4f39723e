# subprocess: env replaces the environment; without it the child inherits the parent's.
import os
import subprocess
import sys

program = "import os; print(os.environ.get('COLOR'), os.environ.get('HOME') is not None)"
os.environ["COLOR"] = "blue"
os.environ["HOME"] = "/"
for env in (None, {"COLOR": "red"}, {}):
    if env is not None and "PATH" in os.environ:
        env = {**env, "PATH": os.environ["PATH"]}
    print(subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True).stdout.strip())
