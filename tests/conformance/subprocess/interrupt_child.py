# SIGINT in a child: it is KeyboardInterrupt there; uncaught, the child ends by that signal.
import signal
import subprocess
import sys

quiet = "import sys; sys.excepthook = lambda *args: None\n"
caught = "try:\n    print('ready', flush=True); import time; time.sleep(60)\nexcept KeyboardInterrupt:\n    print('caught')"
for program in (caught, "print('ready', flush=True); import time; time.sleep(60)"):
    child = subprocess.Popen([sys.executable, "-c", quiet + program], stdout=subprocess.PIPE, text=True)
    child.stdout.readline()
    child.send_signal(signal.SIGINT)
    print(repr(child.communicate()[0]), child.returncode)
