import operator
from functools import reduce


def numbers(lines):
    return (float(line) for line in lines if not line.isspace() and line)


def lookup(tree, path):
    return reduce(operator.getitem, filter(None, path.split(".")), tree)


def nest(path, value):
    first, _, rest = path.partition(".")
    return {first: nest(rest, value)} if first else value
