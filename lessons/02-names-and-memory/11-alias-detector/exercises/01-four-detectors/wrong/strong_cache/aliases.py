"""Which objects are shared?"""


def shared(value):
    """Return the mutable containers that are reached in more than one way."""
    met, again = {}, set()

    def walk(it):
        if isinstance(it, (list, dict, set)):
            if id(it) in met:
                again.add(id(it))
                return
            met[id(it)] = it
        if isinstance(it, (list, tuple)):
            for inner in it:
                walk(inner)
        elif isinstance(it, dict):
            for inner in it.values():
                walk(inner)

    walk(value)
    return [it for key, it in met.items() if key in again]
