import sys
from pathlib import Path


def count_words(text):
    return sum(1 for _ in text.split())


def run(names):
    failed = False
    for name in names:
        try:
            print(f"{count_words(Path(name).read_text())} {name}")
        except OSError as error:
            failed = True
            sys.stderr.write(f"cannot read {name}: {error}\n")
    return int(failed)


def main(args=None):
    if args is None:
        args = sys.argv[1:]
    if len(args) == 0:
        sys.stderr.write("no files\n")
        return 2
    return run(args)


if __name__ == "__main__":
    raise SystemExit(main())
