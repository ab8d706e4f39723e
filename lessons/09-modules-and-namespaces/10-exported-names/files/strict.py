import os

__all__ = ["clean", "_secret"]

limit = 80
_secret = 42


def clean(text):
    return text.strip()
