# subprocess: encoding and errors decide how the pipes' bytes become text; universal newlines are translated.
import subprocess
import sys

program = "import sys; sys.stdout.buffer.write(b'\\xe4\\r\\nb\\rc')"
done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="latin-1")
print(ascii(done.stdout))
done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", errors="replace")
print(ascii(done.stdout))
try:
    subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8")
except UnicodeDecodeError:
    print("UnicodeDecodeError")
