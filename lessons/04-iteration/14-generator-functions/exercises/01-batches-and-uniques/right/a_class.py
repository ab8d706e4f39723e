class Batches:
    def __init__(self, values, size):
        if size <= 0:
            raise ValueError(size)
        self.it, self.size = iter(values), size

    def __iter__(self):
        return self

    def __next__(self):
        batch = [value for _, value in zip(range(self.size), self.it)]
        if not batch:
            raise StopIteration
        return batch


batches = Batches


def unique(values):
    seen = []
    for value in values:
        if value in seen:
            continue
        seen.append(value)
        yield value
