"""Reads numbers and nested settings."""


def numbers(lines):
    """Return an iterator of the numbers in these lines."""
    return [float(line) for line in lines]  # TODO


def lookup(tree, path):
    """Return what is at the end of a path such as 'db.port'."""
    # TODO


def nest(path, value):
    """Return nested dictionaries with the value at the end of the path."""
    # TODO


if __name__ == "__main__":
    print(list(numbers(["1.5", "2"])))
    print(lookup({"db": {"port": 5432}}, "db.port"))
    print(nest("db.port", 5432))
