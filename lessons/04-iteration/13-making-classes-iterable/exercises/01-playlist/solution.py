class Playlist:
    """Songs, and playlists of songs."""

    def __init__(self, *entries):
        self._entries = list(entries)

    def add(self, entry):
        """Add a song or a playlist at the end."""
        self._entries.append(entry)

    def __iter__(self):
        for entry in self._entries:
            if isinstance(entry, Playlist):
                for song in entry:
                    yield song
            else:
                yield entry

    def __reversed__(self):
        for entry in reversed(self._entries):
            if isinstance(entry, Playlist):
                for song in reversed(entry):
                    yield song
            else:
                yield entry

    def pairs(self):
        """Return an iterator of each song with the next one."""
        songs = list(self)
        return zip(songs, songs[1:])


if __name__ == "__main__":
    trip = Playlist("A", Playlist("B", "C"), "D")
    print(*trip)
    print(*reversed(trip))
    print(*trip.pairs())
