# expect: leaks
import heapq
from contextlib import ExitStack


def open_all(paths):
    files = [open(path) for path in paths]
    stack = ExitStack()
    for file in files:
        stack.enter_context(file)
    return stack, files


def merged(paths):
    stack, files = open_all(paths)
    with stack:
        for line in heapq.merge(*files):
            yield line.rstrip("\n")
