def record(*everything, **kwargs):
    log, function, *args = everything
    entry = (function, tuple(args), kwargs)
    try:
        return function(*args, **kwargs)
    finally:
        log.append(entry)


def replay(log):
    results = []
    for entry in log:
        results.append(entry[0](*entry[1], **entry[2]))
    return results
