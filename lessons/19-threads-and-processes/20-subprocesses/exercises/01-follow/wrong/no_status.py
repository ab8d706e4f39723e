# expect: status_lost
import subprocess


def follow(command, on_line):
    n_lines = 0
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    for line in process.stdout:
        on_line(line.rstrip("\n"))
        n_lines += 1
    process.wait()
    return n_lines
