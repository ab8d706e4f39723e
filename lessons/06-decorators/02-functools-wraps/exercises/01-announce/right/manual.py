def deprecated(function):
    def wrapper(*args, **kwargs):
        print(getattr(function, "__name__", None) or repr(function), "is deprecated")
        return function(*args, **kwargs)

    wrapper.__dict__.update(getattr(function, "__dict__", {}))
    wrapper.__wrapped__ = function
    wrapper.__name__ = getattr(function, "__name__", "wrapper")
    wrapper.__doc__ = " ".join(["Deprecated.", *([function.__doc__] if function.__doc__ else [])])
    return wrapper
