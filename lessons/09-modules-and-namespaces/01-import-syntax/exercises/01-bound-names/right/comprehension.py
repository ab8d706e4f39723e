from ast import alias, parse, walk


def bound_names(text):
    found = (node for node in walk(parse(text)) if isinstance(node, alias))
    return {node.asname or node.name.split(".")[0] for node in found}
