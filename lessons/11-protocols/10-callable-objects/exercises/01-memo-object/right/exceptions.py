class Memo:
    def __init__(self, function):
        self._function = function
        self._known = {}
        self.hits = 0
        self.misses = 0

    def __call__(self, *args):
        try:
            result = self._known[args]
        except KeyError:
            self.misses += 1
        else:
            self.hits += 1
            return result
        result = self._known[args] = self._function(*args)
        return result

    def forget(self):
        self._known.clear()
        self.hits = self.misses = 0
