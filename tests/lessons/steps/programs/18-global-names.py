# One of the programs whose recording is compared: global names.
count = 0


def bump():
    global count
    count += 1


bump()
bump()
