# expect: module_of_from
import ast


def bound_names(text):
    """Return the names that these import statements bind."""
    names = set()
    for statement in ast.parse(text).body:
        if isinstance(statement, ast.ImportFrom):
            names.add(statement.module)
        for alias in statement.names:
            if alias.asname:
                names.add(alias.asname)
            else:
                names.add(alias.name.partition(".")[0])
    return names


if __name__ == "__main__":
    print(bound_names("import os.path, json as j"))
    print(bound_names("from math import pi, tau as full"))
