# expect: on_original
collected = []


def collect(function):
    collected.append(function)
    return function


def counted(function):
    def wrapper(*args, **kwargs):
        function.calls += 1
        return function(*args, **kwargs)

    function.calls = 0
    return wrapper
