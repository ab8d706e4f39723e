# expect: hands_out_lists
class Playlist:
    """Songs, and playlists of songs."""

    def __init__(self, *entries):
        self._entries = list(entries)

    def add(self, entry):
        """Add a song or a playlist at the end."""
        self._entries.append(entry)

    def __iter__(self):
        return iter(self._entries)

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
