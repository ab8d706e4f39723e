# One of the programs whose recording is compared: unbound local.
x = 1


def broken():
    try:
        y = x
        x = 2
    except UnboundLocalError:
        z = "unbound"
    return z


a = broken()
