# subprocess.run(input=...): more than any pipe holds passes both ways without a deadlock.
import subprocess
import sys

data = b"0123456789abcdef" * 40_000
program = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])"
done = subprocess.run([sys.executable, "-c", program], input=data, stdout=subprocess.PIPE)
print(len(done.stdout), done.stdout == data[::-1])
