# One of the programs whose recording is compared: match.
def kind(value):
    match value:
        case []:
            return "empty"
        case [x, *rest] if rest:
            return x, rest
        case {"name": name}:
            return name
        case int() | float():
            return "number"
        case _:
            return "other"


out = [kind(it) for it in ([], [1, 2], {"name": "n"}, 2.5, "s")]
