# expect: still_old
import importlib


def upgrade(module, objects):
    importlib.reload(module)
    return len(list(objects))
