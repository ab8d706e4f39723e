class Playlist:
    def __init__(self, *entries):
        self._entries = list(entries)

    def add(self, entry):
        self._entries.append(entry)

    def _songs(self):
        songs = []
        for entry in self._entries:
            songs += entry._songs() if isinstance(entry, Playlist) else [entry]
        return songs

    def __iter__(self):
        return iter(self._songs())

    def __reversed__(self):
        return reversed(self._songs())

    def pairs(self):
        songs = self._songs()
        return zip(songs[:-1], songs[1:])
