class Room:
    """A meeting room, which is never booked twice at a time."""

    def __init__(self, name):
        self.name = name
        self._bookings = []

    def book(self, start, end, who):
        """Book the room from hour start up to, but without, hour end."""
        if start >= end:
            raise ValueError(f"a meeting cannot last from {start} to {end}")
        if any(start < other_end and other_start < end for other_start, other_end, _ in self._bookings):
            raise ValueError(f"{self.name} is taken between {start} and {end}")
        self._bookings.append((start, end, who))

    def bookings(self):
        """Return the bookings by time, in a list of the caller's own."""
        return sorted(self._bookings)

    def is_free(self, hour):
        """Say whether the room is free in that hour."""
        return not any(start <= hour < end for start, end, _ in self._bookings)


if __name__ == "__main__":
    room = Room("Attic")
    room.book(9, 11, "Ada")
    print(room.bookings(), room.is_free(11))
