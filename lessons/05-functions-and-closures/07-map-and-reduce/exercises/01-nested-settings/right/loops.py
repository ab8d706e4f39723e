def numbers(lines):
    for line in lines:
        if line.strip():
            yield float(line)


def lookup(tree, path):
    if path:
        for key in path.split("."):
            tree = tree[key]
    return tree


def nest(path, value):
    if path:
        for key in path.split(".")[::-1]:
            value = {key: value}
    return value
