class Playlist:
    def __init__(self, title, tracks=()):
        self.title = title
        self.tracks = [*tracks]
        self.total = sum(track[1] for track in self.tracks)

    def add(self, name, seconds):
        self.tracks.append((name, seconds))
        self.total += seconds

    def seconds(self):
        return self.total

    def longest(self):
        if not self.tracks:
            return None
        longest = max(seconds for _, seconds in self.tracks)
        return next(name for name, seconds in self.tracks if seconds == longest)
