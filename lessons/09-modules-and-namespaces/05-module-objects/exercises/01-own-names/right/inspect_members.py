import inspect


def own_names(module):
    def is_own(value):
        return (inspect.isfunction(value) or inspect.isclass(value)) and value.__module__ == module.__name__
    return [name for name, _ in inspect.getmembers(module, is_own) if name[0] != "_"]
