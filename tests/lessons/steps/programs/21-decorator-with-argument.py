# One of the programs whose recording is compared: decorator with argument.
def times(n):
    def decorate(function):
        def wrapper():
            return [function() for _ in range(n)]
        return wrapper
    return decorate


@times(2)
def one():
    return 1


x = one()
