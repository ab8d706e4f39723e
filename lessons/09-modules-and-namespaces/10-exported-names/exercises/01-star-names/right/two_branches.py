def star_names(module):
    space = vars(module)
    found = {}
    if "__all__" in space:
        for name in space["__all__"]:
            if name not in space:
                raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}")
            found[name] = space[name]
        return found
    for name, value in space.items():
        if name[0] != "_":
            found[name] = value
    return found
