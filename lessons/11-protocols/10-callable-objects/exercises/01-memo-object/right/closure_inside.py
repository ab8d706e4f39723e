MISSING = object()


class Memo:
    def __init__(self, function):
        self.function = function
        self.forget()

    def forget(self):
        known = {}
        self.hits = self.misses = 0

        def answer(args):
            value = known.get(args, MISSING)
            if value is not MISSING:
                self.hits += 1
                return value
            self.misses += 1
            return known.setdefault(args, self.function(*args))

        self._answer = answer

    def __call__(self, *args):
        return self._answer(args)
