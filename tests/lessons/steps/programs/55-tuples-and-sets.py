# One of the programs whose recording is compared: tuples and sets.
t = ([1], 2)
t[0].append(3)
s = {1, 2} | {3}
f = frozenset(s)
d = {t[1]: s, None: f}
