# sys.exit and atexit: handlers run last in, first out; os._exit skips them; os.abort ends by SIGABRT.
import subprocess
import sys

start = "import atexit, os, sys\natexit.register(print, 'first')\natexit.register(print, 'second')\n"
for program in ("sys.exit(3)", "os._exit(4)", "os.abort()"):
    done = subprocess.run([sys.executable, "-c", start + program], capture_output=True, text=True)
    print(program, done.returncode, done.stdout.split())
