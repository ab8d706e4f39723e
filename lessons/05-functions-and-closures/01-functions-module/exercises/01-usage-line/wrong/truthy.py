# expect: falsy_default
import inspect


def usage(function):
    words = [function.__name__]
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.default and parameter.default is not parameter.empty or parameter.default is False:
            words.append(f"[{name.upper()}={parameter.default!r}]")
        else:
            words.append(name.upper())
    return " ".join(words)
