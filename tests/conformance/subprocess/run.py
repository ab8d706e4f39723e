# subprocess.run: waits for the program and returns a CompletedProcess with args, returncode, stdout and stderr.
import subprocess
import sys

program = "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)"
done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
print(done.returncode, repr(done.stdout), repr(done.stderr), done.args[1:] == ["-c", program])
quiet = subprocess.run([sys.executable, "-c", "pass"])
print(quiet.returncode, quiet.stdout, quiet.stderr)
print(subprocess.run([sys.executable, "-c", "print(b'x')"], stdout=subprocess.PIPE).stdout)
