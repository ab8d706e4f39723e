# One of the programs whose recording is compared: walrus.
data = [1, 5, 3]
while data and (item := data.pop()) != 1:
    seen = item
big = [y for x in [1, 2, 3] if (y := x * 2) > 2]
