# One of the programs whose recording is compared: exception through frames.
def low():
    raise ValueError("no")


def middle():
    low()


def high():
    try:
        middle()
    except ValueError as error:
        return error.args
    return None


x = high()
