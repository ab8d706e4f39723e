def retry(action, attempts):
    """Call the action up to so many times, until no ConnectionError comes."""
    return action()  # TODO: try again after a ConnectionError


def flaky(answers=iter([False, False, True])):
    if not next(answers):
        raise ConnectionError("connection reset")
    return "200 OK"


if __name__ == "__main__":
    print(retry(flaky, 3))
