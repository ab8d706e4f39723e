from collections import deque


def remember(item, history=(), limit=3):
    latest = deque(history, maxlen=limit)
    latest.append(item)
    return list(latest)
