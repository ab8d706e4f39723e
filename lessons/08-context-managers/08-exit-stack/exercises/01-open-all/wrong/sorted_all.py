# expect: reads_all
import heapq
from contextlib import ExitStack


def open_all(paths):
    """Return a stack that closes the files, and the files."""
    with ExitStack() as stack:
        files = [stack.enter_context(open(path)) for path in paths]
        return stack.pop_all(), files


def merged(paths):
    """Yield the lines of sorted files in order."""
    stack, files = open_all(paths)
    with stack:
        for line in sorted(line for file in files for line in file):
            yield line.rstrip("\n")


if __name__ == "__main__":
    for name, text in {"a.log": "09:00 a\n09:30 a\n", "b.log": "09:10 b\n"}.items():
        with open(name, "w") as out:
            out.write(text)
    for line in merged(["a.log", "b.log"]):
        print(line)
