"""Reads numbers and nested settings."""

from functools import reduce


def keys(path):
    """Return the keys of a path; an empty path has none."""
    return path.split(".") if path else []


def numbers(lines):
    """Return an iterator of the numbers in these lines."""
    return map(float, filter(str.strip, lines))


def lookup(tree, path):
    """Return what is at the end of a path such as 'db.port'."""
    return reduce(lambda branch, key: branch[key], keys(path), tree)


def nest(path, value):
    """Return nested dictionaries with the value at the end of the path."""
    return reduce(lambda inner, key: {key: inner}, reversed(keys(path)), value)


if __name__ == "__main__":
    print(list(numbers(["1.5", "", "2"])))
    print(lookup({"db": {"port": 5432}}, "db.port"))
    print(nest("db.port", 5432))
