# expect: result_lost
def record(log, function, /, *args, **kwargs):
    log.append((function, args, kwargs))
    function(*args, **kwargs)


def replay(log):
    return [function(*args, **kwargs) for function, args, kwargs in log]
