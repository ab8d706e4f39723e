def children(path, node):
    pairs = node.items() if isinstance(node, dict) else enumerate(node)
    return iter([(path + [str(key)], value) for key, value in pairs])


def settings(config):
    stack = [children([], config)]
    while stack:
        for path, value in stack[-1]:
            if isinstance(value, (dict, list)):
                stack.append(children(path, value))
                break
            yield ".".join(path), value
        else:
            stack.pop()
