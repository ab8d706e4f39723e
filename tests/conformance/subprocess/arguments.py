# subprocess: arguments arrive as they are, whatever characters they hold; the program may be a path object.
import pathlib
import subprocess
import sys

words = ["plain", "two words", "quote\"s", "it's", "$HOME", "*", "", "ü", "a\nb"]
program = "import sys; print(ascii(sys.argv[1:]))"
print(subprocess.run([pathlib.Path(sys.executable), "-c", program, *words], capture_output=True, text=True).stdout.strip())
try:
    subprocess.run([sys.executable, "-c", program, "nul\0byte"])
except ValueError:
    print("ValueError")
try:
    subprocess.run([sys.executable, 5])
except TypeError:
    print("TypeError")
