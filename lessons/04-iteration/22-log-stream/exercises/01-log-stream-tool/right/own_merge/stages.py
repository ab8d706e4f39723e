from itertools import groupby


def sessions(entries, gap):
    it = iter(entries)
    first = next(it, None)
    if first is None:
        return
    session, last = [first], first.time
    for entry in it:
        if entry.time - last <= gap:
            session.append(entry)
        else:
            yield session
            session = [entry]
        last = entry.time
    yield session


def moving_mean(values, size):
    last = []
    for value in values:
        last = [*last, value][-size:]
        yield sum(last) / len(last)


def slowest(entries, n):
    pairs = sorted(((entry.path, -entry.ms) for entry in entries))
    return {
        path: [-ms for _, ms in group][:n] for path, group in groupby(pairs, key=lambda pair: pair[0])
    }
