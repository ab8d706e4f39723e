def retry(action, attempts):
    """Call the action up to so many times, until no ConnectionError comes."""
    for attempt in range(1, attempts + 1):
        try:
            return action()
        except ConnectionError:
            print("attempt", attempt, "failed")
            if attempt == attempts:
                raise


def flaky(answers=iter([False, False, True])):
    if not next(answers):
        raise ConnectionError("connection reset")
    return "200 OK"


if __name__ == "__main__":
    print(retry(flaky, 3))
