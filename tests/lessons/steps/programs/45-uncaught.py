# One of the programs whose recording is compared: uncaught.
def fail(n):
    if n == 0:
        return 1 / n
    return fail(n - 1)


x = fail(1)
