import functools
import inspect


def checked(function):
    signature = inspect.signature(function)

    def pairs(arguments):
        for name, value in arguments.items():
            kind = signature.parameters[name].kind.name
            if kind == "VAR_POSITIONAL":
                yield from ((name, item) for item in value)
            elif kind == "VAR_KEYWORD":
                yield from ((name, item) for item in value.values())
            else:
                yield name, value

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        for name, value in pairs(bound.arguments):
            wanted = function.__annotations__.get(name, object)
            if not isinstance(value, wanted):
                raise TypeError(f"{name} should be {getattr(wanted, '__name__', None) if type(wanted) is type else wanted}, "
                                f"not {type(value).__name__}")
        return function(*bound.args, **bound.kwargs)
    return wrapper
