# expect: not_lazy
from functools import reduce


def keys(path):
    return path.split(".") if path else []


def numbers(lines):
    return [float(line) for line in lines if line.strip()]


def lookup(tree, path):
    return reduce(lambda branch, key: branch[key], keys(path), tree)


def nest(path, value):
    return reduce(lambda inner, key: {key: inner}, reversed(keys(path)), value)
