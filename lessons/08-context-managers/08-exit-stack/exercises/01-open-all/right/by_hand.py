import heapq
from contextlib import ExitStack
from pathlib import Path


def open_all(paths):
    with ExitStack() as opening:
        files = []
        for path in paths:
            files.append(opening.enter_context(Path(path).open()))
        keep = opening.pop_all()
    return keep, files


def merged(paths):
    stack, files = open_all(paths)
    try:
        yield from (line.rstrip("\n") for line in heapq.merge(*files))
    finally:
        stack.close()
