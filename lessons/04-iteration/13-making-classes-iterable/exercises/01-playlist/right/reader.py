from itertools import pairwise


class Playlist:
    """Songs, and playlists of songs."""

    def __init__(self, *entries):
        self._entries = list(entries)

    def add(self, entry):
        """Add a song or a playlist at the end."""
        self._entries.append(entry)

    def _walk(self, order):
        for entry in order(self._entries):
            if isinstance(entry, Playlist):
                yield from entry._walk(order)
            else:
                yield entry

    def __iter__(self):
        return self._walk(iter)

    def __reversed__(self):
        return self._walk(reversed)

    def pairs(self):
        """Hand out each song with the next one."""
        return pairwise(self)
