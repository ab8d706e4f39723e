# expect: root_module
import importlib


def load(text):
    """Return the object that 'module:attribute.attribute' names."""
    name, _, path = text.partition(":")
    try:
        found = __import__(name)
    except ModuleNotFoundError as error:
        if name == error.name or name.startswith(f"{error.name}."):
            raise LookupError(f"{text}: there is no module {error.name!r}") from None
        raise
    for attribute in path.split(".") if path else ():
        try:
            found = getattr(found, attribute)
        except AttributeError:
            raise LookupError(f"{text}: there is no {attribute!r}") from None
    return found


if __name__ == "__main__":
    print(load("json:dumps"))
    print(load("xml.dom.minidom:Document.createElement"))
