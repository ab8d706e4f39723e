# expect: letters
import subprocess


def follow(command, on_line):
    n_lines = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout.read():
            on_line(line)
            n_lines += 1
    return n_lines
