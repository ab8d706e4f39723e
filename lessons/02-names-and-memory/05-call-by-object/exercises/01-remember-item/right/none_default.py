def remember(item, history=None, limit=3):
    longer = list(history or []) + [item]
    while len(longer) > limit:
        del longer[0]
    return longer
