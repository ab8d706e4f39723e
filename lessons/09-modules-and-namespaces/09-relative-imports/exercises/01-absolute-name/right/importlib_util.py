from importlib.util import resolve_name


def absolute_name(name, package):
    return resolve_name(name, package or "").rstrip(".")
