# expect: shared_count
failures = 0


def breaker(function, limit):
    def guarded(*args, **kwargs):
        global failures
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
