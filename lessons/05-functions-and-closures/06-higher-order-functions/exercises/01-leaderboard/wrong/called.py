# expect: called_at_once
def ranked(players):
    return sorted(players, key=lambda player: (-player[1], player[0].lower()))


def both(*tests):
    return all(tests)
