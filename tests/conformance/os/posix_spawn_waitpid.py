# os.posix_spawn and waitpid: start a program with arguments and environment; the status tells how it ended.
import os
import sys

pid = os.posix_spawn(sys.executable, [sys.executable, "-c", "import os; os._exit(int(os.environ['CODE']))"], {**os.environ, "CODE": "5"})
found, status = os.waitpid(pid, 0)
print(found == pid, os.WIFEXITED(status), os.WEXITSTATUS(status), os.WIFSIGNALED(status), os.waitstatus_to_exitcode(status))
try:
    os.waitpid(pid, 0)
except ChildProcessError as error:
    print(type(error).__name__)
try:
    os.posix_spawn("/no/such/program", ["x"], {})
except FileNotFoundError as error:
    print(type(error).__name__)
