# expect: swallowed
def breaker(function, limit):
    failures = 0

    def guarded(*args, **kwargs):
        nonlocal failures
        if failures >= limit:
            raise RuntimeError("circuit open")
        try:
            result = function(*args, **kwargs)
        except Exception:
            failures += 1
            return None
        failures = 0
        return result
    return guarded
