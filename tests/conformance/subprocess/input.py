# subprocess.run(input=...): becomes the child's standard input, as bytes or, with text=True, as text.
import subprocess
import sys

upper = "import sys; sys.stdout.write(sys.stdin.read().upper())"
print(subprocess.run([sys.executable, "-c", upper], input="grüße\n", capture_output=True, text=True).stdout)
print(subprocess.run([sys.executable, "-c", upper], input=b"bytes", stdout=subprocess.PIPE).stdout)
print(subprocess.run([sys.executable, "-c", upper], input="", capture_output=True, text=True).stdout == "")
try:
    subprocess.run([sys.executable, "-c", upper], input=b"", stdin=subprocess.PIPE)
except ValueError:
    print("ValueError")
