# expect: none_again
class Memo:
    """Calls a function once for the same arguments."""

    def __init__(self, function):
        self.function = function
        self.forget()

    def __call__(self, *args):
        if self.results.get(args):
            self.hits += 1
        else:
            self.misses += 1
            self.results[args] = self.function(*args)
        return self.results[args]

    def forget(self):
        """Forget all results."""
        self.results = {}
        self.hits = self.misses = 0
