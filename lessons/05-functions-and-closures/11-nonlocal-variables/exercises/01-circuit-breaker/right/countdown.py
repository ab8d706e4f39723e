def breaker(function, limit):
    left = limit

    def guarded(*args, **kwargs):
        nonlocal left
        if left <= 0:
            raise RuntimeError("circuit open")
        left -= 1
        result = function(*args, **kwargs)
        left = limit
        return result
    return guarded
