def add(a, b):
    """Return the sum, found by asking the classes."""
    return a.__add__(b)  # TODO


if __name__ == "__main__":
    print(add(2, 3))
