# expect: no_signature
def deprecated(function):
    name = getattr(function, "__name__", repr(function))

    def wrapper(*args, **kwargs):
        print(name, "is deprecated")
        return function(*args, **kwargs)

    wrapper.__name__ = name
    wrapper.__dict__.update(getattr(function, "__dict__", {}))
    wrapper.__doc__ = f"Deprecated. {function.__doc__ or ''}".rstrip()
    return wrapper
