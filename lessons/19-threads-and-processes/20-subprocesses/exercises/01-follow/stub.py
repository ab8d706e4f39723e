import subprocess
import sys


def follow(command, on_line):
    """Run a program; call on_line with each line as it comes; return how many there were."""
    result = subprocess.run(command, capture_output=True)
    for line in result.stdout:  # TODO
        on_line(line)
    return 0


if __name__ == "__main__":
    program = "import time\nfor n in range(3): print('step', n, flush=True); time.sleep(0.3)"
    print(follow([sys.executable, "-c", program], print), "lines")
