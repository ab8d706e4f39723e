# expect: never_opens
def breaker(function, limit):
    def guarded(*args, **kwargs):
        failures = 0
        if failures >= limit:
            raise RuntimeError("circuit open")
        try:
            return function(*args, **kwargs)
        except Exception:
            failures += 1
            raise
    return guarded
