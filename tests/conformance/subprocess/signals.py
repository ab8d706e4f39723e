# subprocess.Popen: terminate, kill and send_signal end the child; returncode is minus the signal's number.
import signal
import subprocess
import sys

program = "import time; print('ready', flush=True); time.sleep(60)"
for end in ("terminate", "kill"):
    child = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    child.stdout.readline()
    print(getattr(child, end)(), child.wait(), getattr(child, end)())
    child.stdout.close()
handled = "import signal, sys, time\nsignal.signal(signal.SIGUSR1, lambda *args: sys.exit(8))\nprint('ready', flush=True)\ntime.sleep(60)"
child = subprocess.Popen([sys.executable, "-c", handled], stdout=subprocess.PIPE)
child.stdout.readline()
child.send_signal(signal.SIGUSR1)
print(child.wait())
child.stdout.close()
