# expect: extras_unchecked
import functools
import inspect


def checked(function):
    signature = inspect.signature(function)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        for name, value in signature.bind(*args, **kwargs).arguments.items():
            kind = signature.parameters[name].annotation
            if kind is not inspect.Parameter.empty and not isinstance(value, kind):
                expected = kind.__name__ if isinstance(kind, type) else kind
                raise TypeError(f"{name} should be {expected}, not {type(value).__name__}")
        return function(*args, **kwargs)

    return wrapper
