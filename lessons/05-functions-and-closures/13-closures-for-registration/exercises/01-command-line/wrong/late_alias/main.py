# expect: last_alias
"""A session at the command line."""

from commands import install, install_aliases
from registry import UsageError, registry

UNITS = {"km": 1.609, "kg": 0.454}
ALIASES = [("hi", "echo", "hello"), ("plus", "sum")]


def session(units, aliases):
    """Return a function that executes one line."""
    register, find, names = registry()
    lines = []

    def history():
        return "\n".join(f"{number}: {line}" for number, line in enumerate(lines, 1))

    install(register, units)
    install_aliases(register, find, aliases)
    register("history", history)
    register("help", lambda: " ".join(names()))

    def execute(line):
        if not line.split():
            return ""
        lines.append(line)
        name, *args = line.split()
        try:
            return find(name)(*args)
        except (UsageError, ValueError) as error:
            return f"error: {error}"

    return execute


if __name__ == "__main__":
    execute = session(UNITS, ALIASES)
    for line in ["to-km 10", "hi Ada", "sum 2", "plus 3", "sum x", "history"]:
        print(execute(line))
