# expect: wrong_name
import inspect


def usage(function):
    words = [function.__code__.co_name]
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.default is inspect.Parameter.empty:
            words.append(name.upper())
        else:
            words.append(f"[{name.upper()}={parameter.default!r}]")
    return " ".join(words)
