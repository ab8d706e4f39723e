# expect: limit_zero
def remember(item, history=(), limit=3):
    return [*history, item][-limit:]
