# expect: line_ends
import subprocess


def follow(command, on_line):
    n_lines = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        for line in process.stdout:
            on_line(line.strip())
            n_lines += 1
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return n_lines
