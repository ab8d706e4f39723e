class Memo:
    """Calls a function once for the same arguments."""

    results = {}

    def __init__(self, function):
        self.function = function
        self.hits = self.misses = 0

    # TODO: calls, forget

if __name__ == "__main__":
    slow_square = Memo(lambda n: n * n)
    print(slow_square(3), slow_square(3), slow_square.hits)
