def rank(player):
    name, points = player
    return -points, name.upper()


def ranked(players):
    result = list(players)
    result.sort(key=rank)
    return result


def both(*tests):
    return lambda item: not any(not test(item) for test in tests)
