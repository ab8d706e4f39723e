from inspect import Parameter, signature


def shown(parameter):
    name = parameter.name.upper()
    return name if parameter.default is Parameter.empty else f"[{name}={parameter.default!r}]"


def usage(function):
    parameters = signature(function).parameters.values()
    return " ".join([function.__name__] + [shown(each) for each in parameters])
