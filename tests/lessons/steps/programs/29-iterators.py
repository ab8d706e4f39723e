# One of the programs whose recording is compared: iterators.
items = [1, 2, 3]
it = iter(items)
a = next(it)
pairs = list(zip(items, "ab"))
for index, value in enumerate(items):
    last = index, value
