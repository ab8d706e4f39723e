# One of the programs whose recording is compared: while else.
n = 3
while n:
    n -= 1
else:
    done = True
while True:
    n += 1
    if n == 2:
        continue
    if n > 3:
        break
