class Backoff:
    def __init__(self, first, limit, attempts):
        self._delays = iter([min(limit, first * 2**n) for n in range(attempts)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._delays)
