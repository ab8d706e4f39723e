"""Sorts and filters players."""


def ranked(players):
    """Return the players, the best first."""
    return sorted(players, key=lambda player: (-player[1], player[0].lower()))


def both(*tests):
    """Return a test that holds if all of these hold."""
    return lambda item: all(test(item) for test in tests)


if __name__ == "__main__":
    players = [("Max", 7), ("ada", 12), ("bot", 99), ("Bea", 12)]
    print(ranked(players))
    strong = both(lambda player: player[1] > 10, lambda player: player[0] != "bot")
    print(list(filter(strong, players)))
