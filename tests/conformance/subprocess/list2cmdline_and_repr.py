# subprocess.list2cmdline, the repr of results and getoutput's relatives that need no shell.
import subprocess
import sys

print(subprocess.list2cmdline(["a b", "c", 'd"e', ""]))
print(subprocess.CompletedProcess(["x"], 1, "out", "err"))
print(str(subprocess.CalledProcessError(2, "cmd")), str(subprocess.CalledProcessError(-9, "cmd")))
print(str(subprocess.TimeoutExpired("cmd", 3)))
