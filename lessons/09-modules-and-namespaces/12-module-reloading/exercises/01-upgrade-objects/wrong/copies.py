# expect: new_objects
import importlib


def upgrade(module, objects):
    importlib.reload(module)
    for index, it in enumerate(objects):
        new = getattr(module, type(it).__name__, None)
        if new and type(it).__module__ == module.__name__:
            objects[index] = object.__new__(new)
            vars(objects[index]).update(vars(it))
    return len(objects)
