# expect: empty_path
from functools import reduce


def numbers(lines):
    return map(float, filter(str.strip, lines))


def lookup(tree, path):
    return reduce(lambda branch, key: branch[key], path.split("."), tree)


def nest(path, value):
    return reduce(lambda inner, key: {key: inner}, reversed(path.split(".")), value)
