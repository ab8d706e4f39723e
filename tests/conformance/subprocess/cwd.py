# subprocess: cwd is the child's working directory; the parent's stays.
import os
import subprocess
import sys

os.mkdir("inner")
here = os.getcwd()
done = subprocess.run(
    [sys.executable, "-c", "import os; print(os.path.basename(os.getcwd())); open('made.txt', 'w').close()"],
    cwd="inner", capture_output=True, text=True,
)
print(done.stdout.strip(), os.listdir("inner"), os.getcwd() == here)
