# expect: arguments_ignored
import sys


def count_words(text):
    """Return the number of words in a text."""
    return len(text.split())


def main(args=None):
    """Print the number of words in each file; return the exit status."""
    names = sys.argv[1:]
    if not names:
        print("usage: main.py FILE...", file=sys.stderr)
        return 2
    status = 0
    for name in names:
        try:
            with open(name) as file:
                print(count_words(file.read()), name)
        except OSError as error:
            print(f"{name}: {error.strerror}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
