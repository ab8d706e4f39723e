collected = []


def collect(function):
    global collected
    collected += [function]
    return function


def counted(function):
    count = 0

    def wrapper(*args, **kwargs):
        nonlocal count
        try:
            return function(*args, **kwargs)
        finally:
            count += 1
            wrapper.calls = count
    wrapper.calls = count
    return wrapper
