# expect: ties_wrong
def ranked(players):
    return sorted(players, key=lambda player: (player[1], player[0].lower()), reverse=True)


def both(*tests):
    return lambda item: all(test(item) for test in tests)
