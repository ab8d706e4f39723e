# expect: mutates
def remember(item, history=None, limit=3):
    if history is None:
        history = []
    history.append(item)
    return history[max(0, len(history) - limit):]
