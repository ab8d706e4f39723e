# One of the programs whose recording is compared: conditions.
x = 3
if x > 5:
    size = "large"
elif x > 2:
    size = "middle"
else:
    size = "small"
y = "yes" if x else "no"
z = x > 2 and size or None
