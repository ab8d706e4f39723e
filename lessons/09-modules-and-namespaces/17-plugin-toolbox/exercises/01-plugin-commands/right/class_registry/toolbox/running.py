"""Runs a command."""
import sys

from .loading import load_all
from .registry import commands


def run(package, args):
    """Run the command that the arguments name; return the exit status."""
    for name, error in load_all(package).items():
        print(f"{name} does not work: {error!r}", file=sys.stderr)
    known = commands()
    if not args:
        print(*sorted(known), sep="\n")
        return 0
    name, *rest = args
    if name not in known:
        print(f"there is no command {name!r}", file=sys.stderr)
        return 2
    return known[name](*rest) or 0
