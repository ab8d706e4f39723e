# One of the programs whose recording is compared: finally and return.
def odd():
    try:
        return "try"
    finally:
        x = 1


def loop():
    for i in range(3):
        try:
            if i == 1:
                continue
            last = i
        finally:
            seen = i
    return last, seen


a = odd()
b = loop()
