# os.waitpid: a child that a signal ended is reported with that signal.
import os
import signal
import sys

pid = os.posix_spawn(sys.executable, [sys.executable, "-c", "import time; time.sleep(60)"], os.environ)
os.kill(pid, signal.SIGKILL)
_, status = os.waitpid(pid, 0)
print(os.WIFSIGNALED(status), os.WTERMSIG(status) == signal.SIGKILL, os.WIFEXITED(status), os.waitstatus_to_exitcode(status))
try:
    os.kill(pid, 0)
except ProcessLookupError as error:
    print(type(error).__name__)
