"""Functions for other processes."""

import os

seen = []


def remember(item):
    """Keep an item; return all that were kept in this process, and its number."""
    seen.append(item)
    return list(seen), os.getpid()


def divide(a, b):
    return a / b


def die(status):
    os._exit(status)
