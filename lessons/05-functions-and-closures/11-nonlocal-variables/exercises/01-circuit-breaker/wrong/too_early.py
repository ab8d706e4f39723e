# expect: too_early
def breaker(function, limit):
    failures = 0

    def guarded(*args, **kwargs):
        nonlocal failures
        if failures < limit:
            try:
                result = function(*args, **kwargs)
                failures = 0
                return result
            except Exception:
                failures += 1
                if failures < limit:
                    raise
        raise RuntimeError("circuit open")

    return guarded
