# A child Python runs scripts with arguments and modules with -m, as the command line does.
import subprocess
import sys

with open("tool.py", "w") as file:
    file.write("import sys\nprint(__name__, sys.argv)\nif __name__ == '__main__': sys.exit(len(sys.argv))\n")
for argv in (["tool.py", "a", "b"], ["-m", "tool", "c"]):
    done = subprocess.run([sys.executable, *argv], capture_output=True, text=True)
    print(done.stdout.strip().replace(sys.executable, "").split(" ", 1)[0], done.stdout.count("'"), done.returncode)
