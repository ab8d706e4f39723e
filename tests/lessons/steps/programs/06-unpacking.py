# One of the programs whose recording is compared: unpacking.
first, *rest = [1, 2, 3]
(a, b), c = (first, rest), "c"
for key, (x, y) in {"k": (1, 2)}.items():
    total = x + y
