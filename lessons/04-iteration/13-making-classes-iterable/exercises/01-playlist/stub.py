class Playlist:
    """Songs, and playlists of songs."""

    def __init__(self, *entries):
        self._entries = list(entries)

    def add(self, entry):
        """Add a song or a playlist at the end."""
        self._entries.append(entry)

    # TODO: __iter__, __reversed__, pairs


if __name__ == "__main__":
    trip = Playlist("A", Playlist("B", "C"), "D")
    print(*trip)
    print(*reversed(trip))
    print(*trip.pairs())
