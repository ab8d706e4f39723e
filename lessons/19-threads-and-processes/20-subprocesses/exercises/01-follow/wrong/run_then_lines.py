# expect: all_at_the_end
import subprocess


def follow(command, on_line):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True)
    lines = result.stdout.splitlines()
    for line in lines:
        on_line(line)
    return len(lines)
