# One of the programs whose recording is compared: generator close.
def careful():
    try:
        yield 1
    finally:
        closed.append(True)


closed = []
g = careful()
next(g)
g.close()
