# One of the programs whose recording is compared: list comprehension.
squares = [n * n for n in range(3)]
even = [n for n in squares if n % 2 == 0]
nested = [(a, b) for a in "ab" for b in range(2)]
