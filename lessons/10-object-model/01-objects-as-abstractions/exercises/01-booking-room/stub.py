class Room:
    """A meeting room, which is never booked twice at a time."""

    def __init__(self, name):
        self.name = name

    # TODO: book, bookings, is_free


if __name__ == "__main__":
    room = Room("Attic")
    room.book(9, 11, "Ada")
    print(room.bookings(), room.is_free(11))
