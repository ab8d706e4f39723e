"""Three functions whose callers need not guess."""


def move(source, target, *, overwrite):
    """Return the command that moves a file."""
    return ["mv", "-f" if overwrite else "-n", source, target]


def clamp(value, low, high, /):
    """Return the value, or the nearer limit."""
    return max(low, min(value, high))


def event(kind, /, **fields):
    """Return a record of something that happened."""
    return {"event": kind, **fields}


if __name__ == "__main__":
    print(move("a.txt", "b.txt", overwrite=True))
    print(clamp(12, 0, 10))
    print(event("login", user="ada"))
