# expect: works_at_import
"""Prints the report of the day."""
from report import layout, parse


def main():
    print(layout(parse("lamp;4000\ndesk;24000\n")))


if __name__ == "__main__":
    main()
