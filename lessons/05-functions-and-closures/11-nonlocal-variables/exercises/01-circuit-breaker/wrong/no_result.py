# expect: result_lost
def breaker(function, limit):
    failures = 0

    def guarded(*args, **kwargs):
        nonlocal failures
        if failures >= limit:
            raise RuntimeError("circuit open")
        try:
            function(*args, **kwargs)
        except Exception:
            failures += 1
            raise
        failures = 0
    return guarded
