# subprocess.run(check=True): a status that is not 0 raises CalledProcessError with the status and the output.
import subprocess
import sys

try:
    subprocess.run([sys.executable, "-c", "print('before'); exit(7)"], check=True, capture_output=True, text=True)
except subprocess.CalledProcessError as error:
    print(error.returncode, repr(error.stdout), repr(error.output), repr(error.stderr))
    print(isinstance(error, subprocess.SubprocessError))
done = subprocess.run([sys.executable, "-c", "exit(2)"])
try:
    done.check_returncode()
except subprocess.CalledProcessError as error:
    print(error.returncode)
print(subprocess.run(["true"], check=True).check_returncode())
