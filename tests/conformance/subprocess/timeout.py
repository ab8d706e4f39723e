# subprocess.run(timeout=...): kills the child and raises TimeoutExpired with what it had written.
import subprocess
import sys
import time

started = time.monotonic()
try:
    subprocess.run(
        [sys.executable, "-c", "print('early', flush=True); import time; time.sleep(60)"],
        stdout=subprocess.PIPE, timeout=2.5,
    )
except subprocess.TimeoutExpired as error:
    print(error.timeout, error.output, time.monotonic() - started < 20, isinstance(error, subprocess.SubprocessError))
