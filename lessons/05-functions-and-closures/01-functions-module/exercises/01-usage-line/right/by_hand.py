def usage(function):
    code = function.__code__
    count = code.co_argcount + code.co_kwonlyargcount
    defaults = dict(function.__kwdefaults__ or {})
    positional = code.co_varnames[:code.co_argcount]
    values = function.__defaults__ or ()
    if values:
        defaults.update(zip(positional[-len(values):], values))
    line = function.__name__
    for name in code.co_varnames[:count]:
        line += f" [{name.upper()}={defaults[name]!r}]" if name in defaults else " " + name.upper()
    return line
