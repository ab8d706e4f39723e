def replay(log):
    return list(map(call, log))


def call(entry):
    function, args, kwargs = entry
    return function(*args, **kwargs)


def record(log, function, /, *args, **kwargs):
    log += [(function, args, kwargs)]
    return call(log[-1])
