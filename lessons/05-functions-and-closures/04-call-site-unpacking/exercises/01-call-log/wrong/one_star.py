# expect: kwargs_lost
def record(log, function, /, *args, **kwargs):
    log.append((function, args, kwargs))
    return function(*args)


def replay(log):
    return [function(*args, **kwargs) for function, args, kwargs in log]
