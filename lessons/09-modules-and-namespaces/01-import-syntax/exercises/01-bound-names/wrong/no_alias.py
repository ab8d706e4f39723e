# expect: alias_ignored
import ast


def bound_names(text):
    """Return the names that these import statements bind."""
    names = set()
    for statement in ast.parse(text).body:
        for alias in statement.names:
            names.add(alias.name.partition(".")[0])
    return names


if __name__ == "__main__":
    print(bound_names("import os.path, json as j"))
    print(bound_names("from math import pi, tau as full"))
