# One of the programs whose recording is compared: recursion.
def factorial(n):
    if n < 2:
        return 1
    return n * factorial(n - 1)


x = factorial(4)
