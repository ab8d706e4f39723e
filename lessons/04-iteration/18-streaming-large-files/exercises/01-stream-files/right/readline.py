import os
from pathlib import Path


def lines_of(paths):
    for path in paths:
        file = open(path)
        try:
            number = 1
            while line := file.readline():
                yield path, number, line[:-1] if line.endswith("\n") else line
                number += 1
        finally:
            file.close()


def copy_matching(source, target, word):
    count = 0
    for line in source:
        if line.count(word):
            count += 1
            target.write(line)
    return count


def replace_in(path, old, new):
    beside = Path(str(path) + ".tmp")
    with beside.open("w") as target:
        for _, _, text in lines_of([path]):
            target.write(text.replace(old, new) + "\n")
    os.replace(beside, path)
