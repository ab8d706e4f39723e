"""Sorts and filters players."""


def ranked(players):
    """Return the players, the best first."""
    return players  # TODO


def both(*tests):
    """Return a test that holds if all of these hold."""
    # TODO


if __name__ == "__main__":
    players = [("Max", 7), ("ada", 12), ("bot", 99), ("Bea", 12)]
    print(ranked(players))
