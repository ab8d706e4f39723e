class Playlist:
    """Tracks, to be played in order."""

    # TODO: __init__, add, seconds, longest


if __name__ == "__main__":
    rain = Playlist("Rainy days", [("Drops", 180)])
    rain.add("Puddles", 240)
    print(rain.seconds(), rain.longest())
