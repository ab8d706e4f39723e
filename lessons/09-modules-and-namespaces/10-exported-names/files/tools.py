import os

limit = 80
_cache = {}


def clean(text):
    return text.strip()
