# expect: no_repr
import inspect


def usage(function):
    words = [function.__name__]
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.default is parameter.empty:
            words.append(name.upper())
        else:
            words.append(f"[{name.upper()}={parameter.default}]")
    return " ".join(words)
