import os.path


def files_that_run(root, name, prefix=""):
    head, _, rest = name.partition(".")
    place = prefix + head
    init, file = f"{place}/__init__.py", f"{place}.py"
    found = []
    if os.path.isfile(os.path.join(root, init)):
        found = [init]
    elif os.path.isfile(os.path.join(root, file)):
        if rest:
            raise ModuleNotFoundError(name)
        return [file]
    elif not os.path.isdir(os.path.join(root, place)):
        raise ModuleNotFoundError(name)
    return found + files_that_run(root, rest, place + "/") if rest else found
