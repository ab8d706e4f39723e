# expect: unbound
def breaker(function, limit):
    failures = 0

    def guarded(*args, **kwargs):
        if failures >= limit:
            raise RuntimeError("circuit open")
        try:
            result = function(*args, **kwargs)
        except Exception:
            failures += 1
            raise
        failures = 0
        return result
    return guarded
