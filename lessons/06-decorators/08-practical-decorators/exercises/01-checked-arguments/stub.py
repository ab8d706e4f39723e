"""Checks arguments by their annotations."""

import functools
import inspect


def checked(function):
    """Return the function, with a check of its arguments."""

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)  # TODO

    return wrapper


if __name__ == "__main__":
    @checked
    def resize(image, width: int, *more: int, mode: str = "fit"):
        return image, width, more, mode

    print(resize("cat.png", 80))
    print(resize("cat.png", "80"))
