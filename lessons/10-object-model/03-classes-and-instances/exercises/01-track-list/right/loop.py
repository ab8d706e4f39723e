class Playlist:
    def __init__(self, title, tracks=None):
        self.title = title
        self.tracks = []
        for name, seconds in tracks or ():
            self.add(name, seconds)

    def add(self, name, seconds):
        self.tracks += [(name, seconds)]

    def seconds(self):
        total = 0
        for _, seconds in self.tracks:
            total += seconds
        return total

    def longest(self):
        best, length = None, -1
        for name, seconds in self.tracks:
            if seconds > length:
                best, length = name, seconds
        return best
