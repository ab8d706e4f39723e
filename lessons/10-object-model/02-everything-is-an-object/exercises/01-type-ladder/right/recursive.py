def level(x):
    if isinstance(x, type):
        return "metaclass" if type in x.__mro__ else "class"
    return "instance"


def ladder(x):
    if x is type:
        return ["type"]
    above = type(x)
    return ["type"] if above is type else [above.__name__, *ladder(above)]
