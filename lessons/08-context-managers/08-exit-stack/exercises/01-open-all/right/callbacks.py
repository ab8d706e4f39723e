import heapq
from contextlib import ExitStack


def open_all(paths):
    stack = ExitStack()
    files = []
    try:
        for path in paths:
            file = open(path)
            stack.callback(file.close)
            files.append(file)
    except BaseException:
        stack.close()
        raise
    return stack, files


def merged(paths):
    with ExitStack() as stack:
        files = [stack.enter_context(open(path)) for path in paths]
        for line in heapq.merge(*files):
            yield line.removesuffix("\n")
