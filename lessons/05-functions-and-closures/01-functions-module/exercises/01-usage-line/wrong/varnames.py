# expect: local_variables
def usage(function):
    names = function.__code__.co_varnames
    return " ".join([function.__name__, *(name.upper() for name in names)])
