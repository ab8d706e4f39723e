"""Settings of the program."""
print("reading settings")

debug = False


class Problem(Exception):
    pass
