"""Tries the four tools."""
from aliases import shared
from cache import Cache
from copying import duplicate
from fate import fate


class Window:
    """Something that can be referred to weakly."""


def ring():
    window = Window()
    window.itself = window
    return window


if __name__ == "__main__":
    tasks = ["water"]
    plan = {"mon": tasks, "tue": ([tasks], [])}
    print(shared(plan))
    again = duplicate(plan)
    print(again, again["mon"] is again["tue"][0][0], again["mon"] is tasks)
    cache = Cache(lambda key: Window())
    first = cache.get("a")
    print(cache.get("a") is first)
    print(fate(Window), fate(ring), fate(lambda: first))
