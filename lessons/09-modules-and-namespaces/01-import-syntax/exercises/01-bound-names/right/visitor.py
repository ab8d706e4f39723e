import ast


class Names(ast.NodeVisitor):
    def __init__(self):
        self.found = set()

    def visit_Import(self, node):
        for it in node.names:
            root, *_ = it.name.split(".")
            self.found.add(root if it.asname is None else it.asname)

    def visit_ImportFrom(self, node):
        self.found |= {it.asname or it.name for it in node.names}


def bound_names(text):
    visitor = Names()
    visitor.visit(ast.parse(text))
    return visitor.found
