# subprocess.check_output, check_call and call: the output, 0 or an error, the status.
import subprocess
import sys

print(subprocess.check_output([sys.executable, "-c", "print(6 * 7)"]))
print(subprocess.check_output([sys.executable, "-c", "print(6 * 7)"], text=True).strip())
print(subprocess.call([sys.executable, "-c", "exit(4)"]), subprocess.check_call(["true"]))
for call in (subprocess.check_output, subprocess.check_call):
    try:
        call([sys.executable, "-c", "exit(5)"])
    except subprocess.CalledProcessError as error:
        print(call.__name__, error.returncode)
