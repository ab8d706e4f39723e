import importlib


def load(text):
    """Return the object that 'module:attribute.attribute' names."""
    # TODO
    return importlib.import_module(text)


if __name__ == "__main__":
    print(load("json:dumps"))
    print(load("xml.dom.minidom:Document.createElement"))
