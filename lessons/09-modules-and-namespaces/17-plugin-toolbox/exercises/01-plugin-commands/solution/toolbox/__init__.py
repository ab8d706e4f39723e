"""The front door."""
from .registry import command

__all__ = ["command", "run"]


def __getattr__(name):
    if name == "run":
        from .running import run

        return run
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
