def level(x):
    match x:
        case type() if issubclass(x, type):
            return "metaclass"
        case type():
            return "class"
    return "instance"


def ladder(x):
    names = []
    while not names or names[-1] != "type":
        x = type(x)
        names.append(x.__name__)
    return names
