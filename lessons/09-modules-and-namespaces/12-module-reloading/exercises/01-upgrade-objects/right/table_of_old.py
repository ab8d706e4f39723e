from importlib import reload


def upgrade(module, objects):
    before = {value: name for name, value in vars(module).items() if isinstance(value, type)}
    reload(module)
    changed = []
    for it in objects:
        name = before.get(type(it))
        if name and type(it).__module__ == module.__name__:
            now = vars(module)[name]
            if now is not type(it):
                it.__class__ = now
                changed.append(it)
    return len(changed)
