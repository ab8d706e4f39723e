from pathlib import Path


def lines_of(paths):
    """Hand out (path, number, text) of all lines of the files."""
    for path in paths:
        with Path(path).open() as file:
            for number, line in enumerate(file, start=1):
                yield path, number, line.rstrip("\n")


def copy_matching(source, target, word):
    """Copy the lines that contain the word; return their number."""
    count = 0
    for line in source:
        if word in line:
            target.write(line)
            count += 1
    return count


def replace_in(path, old, new):
    """Replace a text in a file, line by line."""
    path = Path(path)
    beside = path.with_suffix(".new")
    with path.open() as source, beside.open("w") as target:
        for line in source:
            target.write(line.replace(old, new))
    beside.replace(path)
