import sys


def count_words(text):
    return len(text.split())


def main(args=None):
    names = list(sys.argv[1:] if args is None else args)
    problems = [] if names else ["give me files"]
    for name in names:
        try:
            file = open(name)
        except OSError:
            problems.append(name)
            continue
        with file:
            print(count_words(file.read()), name)
    print(*problems, sep="\n", end="\n" * bool(problems), file=sys.stderr)
    return 0 if not problems else 1 if names else 2


if __name__ == "__main__":
    code = main()
    sys.exit(code)
