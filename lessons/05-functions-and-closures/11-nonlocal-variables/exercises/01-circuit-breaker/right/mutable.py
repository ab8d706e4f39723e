def breaker(function, limit):
    state = {"failures": 0}

    def guarded(*args, **kwargs):
        if state["failures"] == limit:
            raise RuntimeError("circuit open")
        try:
            result = function(*args, **kwargs)
        except Exception:
            state["failures"] += 1
            raise
        else:
            state.update(failures=0)
            return result
    return guarded
