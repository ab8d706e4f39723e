# expect: blank_lines
from functools import reduce


def keys(path):
    return path.split(".") if path else []


def numbers(lines):
    return map(float, filter(None, lines))


def lookup(tree, path):
    return reduce(lambda branch, key: branch[key], keys(path), tree)


def nest(path, value):
    return reduce(lambda inner, key: {key: inner}, reversed(keys(path)), value)
