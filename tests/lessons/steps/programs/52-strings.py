# One of the programs whose recording is compared: strings.
name = "Ada"
text = f"{name!r:>6} {1 + 1}"
lines = """one
two""".splitlines()
long = (
    name
    + text
)
