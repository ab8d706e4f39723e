"""The commands, and how they are registered."""


def echo(*words):
    """Return the words as they came."""
    return " ".join(words)


def convert(text, *, factor, unit):
    """Return a number in another unit."""
    return f"{float(text) * factor:.1f} {unit}"


def running_total():
    """Return a command that adds to a total of its own."""
    total = 0.0

    def add(text):
        nonlocal total
        total += float(text)
        return f"{total:g}"

    return add


def install(register, units):
    """Register echo, sum and a converter for each unit."""
    register("echo", echo)
    register("sum", running_total())
    for name, factor in units.items():
        register(f"to-{name}", convert, factor=factor, unit=name)


def install_aliases(register, find, aliases):
    """Register each (name, target, *fixed)."""

    def alias(target, *fixed):
        return lambda *args: find(target)(*fixed, *args)

    for name, target, *fixed in aliases:
        register(name, alias(target, *fixed))
