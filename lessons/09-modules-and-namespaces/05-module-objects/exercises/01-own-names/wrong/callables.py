# expect: other_values
def own_names(module):
    return sorted(
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and callable(value) and value.__module__ == module.__name__
    )
