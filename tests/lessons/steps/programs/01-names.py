# One of the programs whose recording is compared: names.
a = 1
b = a
a += 1
c = d = [a, b]
d.append(c[0])
del a
