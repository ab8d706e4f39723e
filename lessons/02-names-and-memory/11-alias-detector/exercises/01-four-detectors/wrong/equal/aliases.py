"""Which objects are shared?"""


def shared(value):
    met, again, inside = [], [], []

    def walk(it):
        if any(it is outer for outer in inside):
            return again.append(it) if it not in again else None
        if isinstance(it, (list, dict, set)):
            if it in met:
                if it not in again:
                    again.append(it)
                return None
            met.append(it)
        inside.append(it)
        for inner in it.values() if isinstance(it, dict) else it if isinstance(it, (list, tuple)) else ():
            walk(inner)
        inside.pop()

    walk(value)
    return again
