import importlib


def upgrade(module, objects):
    module = importlib.reload(module)
    mine = [it for it in objects if it.__class__.__module__ == module.__name__]
    count = 0
    for it in mine:
        new = vars(module).get(it.__class__.__qualname__)
        if new is None or new is it.__class__:
            continue
        setattr(it, "__class__", new)
        count += 1
    return count
