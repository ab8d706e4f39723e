# expect: unknown
def override(x, /, **changes):
    """Set attributes of x; return a function that puts them back."""
    for name in changes:
        if not name.isidentifier():
            raise AttributeError(f"{type(x).__name__} has no attribute {name}")
    before = dict(vars(x))
    for name, value in changes.items():
        setattr(x, name, value)

    def undo():
        for name in changes:
            if name in before:
                setattr(x, name, before[name])
            else:
                delattr(x, name)

    return undo


if __name__ == "__main__":
    class Config:
        port = 80

    config = Config()
    undo = override(config, port=8080)
    print(config.port)
    undo()
    print(config.port, vars(config))
