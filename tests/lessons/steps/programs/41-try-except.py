# One of the programs whose recording is compared: try except.
def half(x):
    try:
        result = 10 / x
    except ZeroDivisionError as error:
        result = str(error)
    else:
        result += 1
    finally:
        done = True
    return result


a = half(2)
b = half(0)
