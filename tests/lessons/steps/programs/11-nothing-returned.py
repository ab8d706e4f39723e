# One of the programs whose recording is compared: nothing returned.
def quiet():
    pass


def early(x):
    if x:
        return
    x = 1


a = quiet()
b = early(1)
c = early(0)
