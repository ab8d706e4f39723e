# expect: returns_none
def remember(item, history=(), limit=3):
    longer = list(history)
    return longer.append(item)
