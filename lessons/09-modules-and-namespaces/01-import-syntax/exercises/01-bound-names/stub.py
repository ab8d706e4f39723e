import ast


def bound_names(text):
    """Return the names that these import statements bind."""
    # TODO
    return set()


if __name__ == "__main__":
    print(bound_names("import os.path, json as j"))
    print(bound_names("from math import pi, tau as full"))
