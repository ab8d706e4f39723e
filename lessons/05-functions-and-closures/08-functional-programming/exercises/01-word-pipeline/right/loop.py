def compose(*steps):
    def run(value):
        for step in steps:
            value = step(value)
        return value
    return run


def keep(test):
    return lambda items: (item for item in items if test(item))


def change(function):
    return lambda items: [function(item) for item in items]


slug = compose(str.split, keep(lambda word: len(word) > 2), "-".join, str.lower)
