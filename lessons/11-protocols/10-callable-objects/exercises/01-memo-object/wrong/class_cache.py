# expect: shared_cache
class Memo:
    """Calls a function once for the same arguments."""

    results = {}

    def __init__(self, function):
        self.function = function
        self.hits = self.misses = 0

    def __call__(self, *args):
        if args in self.results:
            self.hits += 1
        else:
            self.misses += 1
            self.results[args] = self.function(*args)
        return self.results[args]

    def forget(self):
        """Forget all results."""
        self.results.clear()
        self.hits = self.misses = 0
