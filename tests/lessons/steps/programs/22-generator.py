# One of the programs whose recording is compared: generator.
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


g = count(2)
a = next(g)
b = next(g)
c = next(g, "end")
