# expect: asks_all
def ranked(players):
    return sorted(players, key=lambda player: (-player[1], player[0].lower()))


def both(*tests):
    return lambda item: all([test(item) for test in tests])
