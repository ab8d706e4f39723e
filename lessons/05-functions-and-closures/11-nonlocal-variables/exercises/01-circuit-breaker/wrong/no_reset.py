# expect: no_reset
def breaker(function, limit):
    failures = 0

    def guarded(*args, **kwargs):
        nonlocal failures
        if failures >= limit:
            raise RuntimeError("circuit open")
        try:
            return function(*args, **kwargs)
        except Exception:
            failures += 1
            raise
    return guarded
