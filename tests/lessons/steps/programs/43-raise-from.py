# One of the programs whose recording is compared: raise from.
def load():
    try:
        return {}["key"]
    except KeyError as error:
        raise RuntimeError("cannot load") from error


try:
    load()
except RuntimeError as error:
    cause = type(error.__cause__).__name__
