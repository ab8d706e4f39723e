# One of the programs whose recording is compared: assert and del.
def check(x):
    assert x > 0, "too small"
    return x


try:
    check(0)
except AssertionError as error:
    words = str(error)
a = [1, 2, 3]
del a[0], a[-1]
