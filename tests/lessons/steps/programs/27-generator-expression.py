# One of the programs whose recording is compared: generator expression.
total = sum(n * n for n in range(3))
lazy = (n for n in "ab")
first = next(lazy)
