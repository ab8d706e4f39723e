# expect: failures_missing
def record(log, function, /, *args, **kwargs):
    result = function(*args, **kwargs)
    log.append((function, args, kwargs))
    return result


def replay(log):
    return [function(*args, **kwargs) for function, args, kwargs in log]
