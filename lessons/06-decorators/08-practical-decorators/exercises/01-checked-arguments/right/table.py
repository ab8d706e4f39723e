from functools import wraps
from inspect import Parameter, signature


def verify(name, kind, value):
    if kind is not Parameter.empty and not isinstance(value, kind):
        shown = kind.__name__ if isinstance(kind, type) else str(kind)
        raise TypeError("%s should be %s, not %s" % (name, shown, type(value).__name__))


def checked(function):
    parameters = signature(function).parameters

    @wraps(function)
    def wrapper(*args, **kwargs):
        given = signature(function).bind(*args, **kwargs).arguments
        for name, value in given.items():
            parameter = parameters[name]
            items = [value]
            if parameter.kind == Parameter.VAR_POSITIONAL:
                items = list(value)
            if parameter.kind == Parameter.VAR_KEYWORD:
                items = list(value.values())
            for item in items:
                verify(name, parameter.annotation, item)
        return function(*args, **kwargs)
    return wrapper
