# One of the programs whose recording is compared: decorator.
def loud(function):
    def wrapper(*args):
        result = function(*args)
        return result.upper()
    return wrapper


@loud
def greet(name):
    return "hi " + name


x = greet("ada")
