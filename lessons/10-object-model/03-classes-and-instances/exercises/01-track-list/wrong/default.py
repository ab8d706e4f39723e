# expect: shared_default
class Playlist:
    """Tracks, to be played in order."""

    def __init__(self, title, tracks=[]):
        self.title = title
        self.tracks = tracks

    def add(self, name, seconds):
        """Add a track at the end."""
        self.tracks.append((name, seconds))

    def seconds(self):
        """Return the length of the whole."""
        return sum(seconds for _, seconds in self.tracks)

    def longest(self):
        """Return the name of the first longest track, or None."""
        name, _ = max(self.tracks, key=lambda track: track[1], default=(None, 0))
        return name


if __name__ == "__main__":
    rain = Playlist("Rainy days", [("Drops", 180)])
    rain.add("Puddles", 240)
    print(rain.seconds(), rain.longest())
