import subprocess


def lines_of(command):
    with subprocess.Popen(command, bufsize=1, universal_newlines=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        for line in process.stdout:
            yield line.rstrip("\n")
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def follow(command, on_line):
    return sum(1 for line in lines_of(command) if (on_line(line), True))
