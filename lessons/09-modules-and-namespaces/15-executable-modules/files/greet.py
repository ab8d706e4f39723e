"""Greets people."""
import sys

print("body of greet, as", __name__)


def greeting(name):
    return f"Hello, {name}!"


def main(args=None):
    args = sys.argv[1:] if args is None else args
    if not args:
        print("usage: greet NAME...", file=sys.stderr)
        return 2
    for name in args:
        print(greeting(name))
    return 0


if __name__ == "__main__":
    sys.exit(main())
