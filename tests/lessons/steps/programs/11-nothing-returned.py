def quiet():
    pass


def early(x):
    if x:
        return
    x = 1


a = quiet()
b = early(1)
c = early(0)
