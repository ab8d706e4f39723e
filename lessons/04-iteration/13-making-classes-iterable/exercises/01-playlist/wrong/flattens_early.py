# expect: old_songs
class Playlist:
    """Songs, and playlists of songs."""

    def __init__(self, *entries):
        self._entries = list(entries)
        self._songs = []
        for entry in entries:
            self._songs += entry if isinstance(entry, Playlist) else [entry]

    def add(self, entry):
        """Add a song or a playlist at the end."""
        self._entries.append(entry)

    def __iter__(self):
        return iter(self._songs)

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
