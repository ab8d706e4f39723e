# expect: callers_list
def ranked(players):
    players.sort(key=lambda player: (-player[1], player[0].lower()))
    return players


def both(*tests):
    return lambda item: all(test(item) for test in tests)
