# subprocess: stderr=STDOUT joins both streams in their order; DEVNULL swallows one.
import subprocess
import sys

program = "import sys; print('one', flush=True); print('two', file=sys.stderr, flush=True); print('three')"
done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
print(done.stdout.split(), done.stderr)
done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
print(done.stdout, done.stderr.split())
done = subprocess.run([sys.executable, "-c", "import sys; print(repr(sys.stdin.read()))"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
print(done.stdout)
