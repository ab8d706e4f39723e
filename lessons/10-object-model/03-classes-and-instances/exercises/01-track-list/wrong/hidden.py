# expect: hidden
class Playlist:
    def __init__(self, title, tracks=None):
        self.title = title
        self.tracks = []
        self.seconds = 0
        for track in tracks or []:
            self.add(*track)

    def add(self, name, seconds):
        self.tracks.append((name, seconds))
        self.seconds += seconds

    def seconds(self):
        return self.seconds

    def longest(self):
        best = None
        for name, seconds in self.tracks:
            if best is None or seconds > best[1]:
                best = name, seconds
        return best and best[0]
