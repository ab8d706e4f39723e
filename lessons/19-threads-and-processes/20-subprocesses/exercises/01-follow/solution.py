import subprocess
import sys


def follow(command, on_line):
    """Run a program; call on_line with each line as it comes; return how many there were."""
    n_lines = 0
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        for line in process.stdout:
            on_line(line.removesuffix("\n"))
            n_lines += 1
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    return n_lines


if __name__ == "__main__":
    program = "import time\nfor n in range(3): print('step', n, flush=True); time.sleep(0.3)"
    print(follow([sys.executable, "-c", program], print), "lines")
