# expect: line_end
def problems(data):
    """Return what is wrong with the first line of a script."""
    if not data.startswith(b"#!"):
        return ["missing"]
    found = []
    line = data.splitlines()[0]
    if line.endswith(b"\r"):
        found.append("line end")
    program, *words = line[2:].split() or [b""]
    if program.rpartition(b"/")[2] != b"env":
        found.append("fixed path")
    elif len(words) > 1 and words[0] != b"-S":
        found.append("arguments")
    return found


if __name__ == "__main__":
    print(problems(b"#!/usr/bin/env python3\nprint(1)\n"))
    print(problems(b"#!/usr/bin/python3 -u\r\nprint(1)\r\n"))
