# A child Python with an uncaught exception: traceback on its stderr, status 1; the parent is not affected.
import subprocess
import sys

done = subprocess.run([sys.executable, "-c", "import missing_module"], capture_output=True, text=True)
print(done.returncode, done.stdout, done.stderr.splitlines()[0], done.stderr.splitlines()[-1].split(":")[0])
done = subprocess.run([sys.executable, "-c", "def broken("], capture_output=True, text=True)
print(done.returncode, done.stderr.splitlines()[-1].split(":")[0])
done = subprocess.run([sys.executable, "absent.py"], capture_output=True, text=True)
print(done.returncode, done.stdout == "", done.stderr != "")
