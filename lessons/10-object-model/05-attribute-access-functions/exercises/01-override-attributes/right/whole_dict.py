def override(x, /, **changes):
    if not all(hasattr(x, name) for name in changes):
        raise AttributeError("unknown attribute")
    own = vars(x)
    before = own.copy()
    own.update(changes)

    def undo():
        own.clear()
        own.update(before)

    return undo
