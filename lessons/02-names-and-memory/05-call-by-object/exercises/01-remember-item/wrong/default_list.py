# expect: remembers_calls
def remember(item, history=[], limit=3):
    history.append(item)
    return history[max(0, len(history) - limit):]
