# One of the programs whose recording is compared: for range.
total = 0
for i in range(3):
    total += i
else:
    last = i
