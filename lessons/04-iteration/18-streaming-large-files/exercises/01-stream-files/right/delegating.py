import os


def numbered(path):
    number = 0
    with open(path) as file:
        for line in file:
            number += 1
            yield path, number, line.removesuffix("\n")


def lines_of(paths):
    for path in paths:
        yield from numbered(path)


def matching(source, word):
    return (line for line in source if word in line)


def copy_matching(source, target, word):
    return sum(1 for line in matching(source, word) if target.write(line) is not ...)


def replace_in(path, old, new):
    target = open(path + "~", "w")
    with target, open(path) as source:
        target.writelines(line.replace(old, new) for line in source)
    os.rename(path + "~", path)
