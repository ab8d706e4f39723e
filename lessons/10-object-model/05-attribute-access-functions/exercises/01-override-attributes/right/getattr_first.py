MISSING = object()


def override(x, /, **changes):
    for name in changes:
        getattr(x, name)
    old = [(name, vars(x).get(name, MISSING)) for name in changes]
    for name in changes:
        setattr(x, name, changes[name])

    def undo():
        for name, value in old:
            delattr(x, name) if value is MISSING else setattr(x, name, value)

    return undo
