import subprocess


def follow(command, on_line):
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    n_lines = 0
    try:
        while line := process.stdout.readline():
            on_line(line[:-1] if line.endswith("\n") else line)
            n_lines += 1
    finally:
        process.stdout.close()
        status = process.wait()
    if status:
        raise subprocess.CalledProcessError(status, process.args)
    return n_lines
