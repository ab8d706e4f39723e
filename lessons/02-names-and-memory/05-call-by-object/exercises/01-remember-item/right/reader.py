def remember(item, history=(), limit=3):
    """Return a new list of the latest items."""
    items = [*history, item]
    return items[max(0, len(items) - limit):]
