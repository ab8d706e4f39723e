# One of the programs whose recording is compared: multi line call.
def join(*parts):
    return "-".join(parts)


x = join(
    "a",
    "b",
    "c".upper(),
)
values = [
    1,
    len(x),
]
