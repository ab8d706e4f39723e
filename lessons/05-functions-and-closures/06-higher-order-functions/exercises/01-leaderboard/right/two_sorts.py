def ranked(players):
    by_name = sorted(players, key=lambda player: player[0].casefold())
    return sorted(by_name, key=lambda player: player[1], reverse=True)


def both(*tests):
    def combined(item):
        for test in tests:
            if not test(item):
                return False
        return True
    return combined
