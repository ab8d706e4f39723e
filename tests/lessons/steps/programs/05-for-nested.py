# One of the programs whose recording is compared: for nested.
pairs = []
for a in "xy":
    for b in (1, 2):
        if b == 2 and a == "x":
            break
        pairs.append((a, b))
