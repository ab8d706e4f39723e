def problems(data):
    """Return what is wrong with the first line of a script."""
    # TODO
    return []


if __name__ == "__main__":
    print(problems(b"#!/usr/bin/env python3\nprint(1)\n"))
    print(problems(b"#!/usr/bin/python3 -u\r\nprint(1)\r\n"))
