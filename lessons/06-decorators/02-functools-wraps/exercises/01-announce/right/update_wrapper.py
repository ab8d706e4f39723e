import functools


def deprecated(function):
    def wrapper(*args, **kwargs):
        print(f"{label} is deprecated")
        return function(*args, **kwargs)

    label = function.__name__ if hasattr(function, "__name__") else repr(function)
    functools.update_wrapper(wrapper, function)
    wrapper.__doc__ = "Deprecated."
    if function.__doc__:
        wrapper.__doc__ += " " + function.__doc__
    return wrapper
