import os
import pathlib


def lines_of(paths):
    """Hand out (path, number, text) of all lines of the files."""
    for path in paths:
        with pathlib.Path(path).open() as file:
            for number, line in enumerate(file, 1):
                yield path, number, line.removesuffix("\n")


def copy_matching(source, target, word):
    """Copy the lines that contain the word; return their number."""
    return sum(1 for line in source if word in line and target.write(line))


def replace_in(path, old, new):
    """Replace a text in a file, line by line."""
    beside = f"{path}.tmp"
    with open(path) as source, open(beside, "w") as target:
        for line in source:
            print(line.replace(old, new), end="", file=target)
    os.rename(beside, path)
