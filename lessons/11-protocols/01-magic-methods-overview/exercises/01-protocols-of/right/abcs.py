from collections.abc import Callable, Container, Hashable, Iterable, Iterator
from contextlib import AbstractContextManager


def protocols(x):
    kinds = {
        "callable": Callable,
        "container": Container,
        "context manager": AbstractContextManager,
        "hashable": Hashable,
        "iterable": Iterable,
        "iterator": Iterator,
    }
    return sorted(name for name, kind in kinds.items() if issubclass(type(x), kind))
