def settings(config):
    for path, value in walk((), config):
        yield ".".join(path), value


def walk(path, node):
    if isinstance(node, dict):
        for key in node:
            yield from walk(path + (str(key),), node[key])
    elif isinstance(node, list):
        for i in range(len(node)):
            yield from walk(path + (str(i),), node[i])
    else:
        yield path, node
