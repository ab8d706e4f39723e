"""Checks for booking-room."""
import lab


def booked(*spans):
    room = lab.load().Room("Attic")
    for start, end in spans:
        room.book(start, end, "Ada")
    return room


def refused(room, start, end, reply=None):
    before = room.bookings()
    before = list(before)
    outcome = lab.calls(room.book, start, end, "Bob")
    lab.true(isinstance(outcome.error, ValueError),
             f"With the bookings {before}, book({start}, {end}, 'Bob') gave {outcome.error!r}, not a ValueError.",
             reply=reply)
    lab.equal(room.bookings(), before, call="bookings() after a refused booking")


@lab.check("each room has its own name and bookings")
def own():
    room = booked((9, 11))
    other = type(room)("Cellar")
    lab.equal((room.name, other.name), ("Attic", "Cellar"), call="the names of two rooms")
    lab.equal(other.bookings(), [], call="bookings() of a new room", reply="shared_state")


@lab.check("meetings one after the other are fine")
def touching():
    room = lab.load().Room("Attic")
    for start, end in [(11, 12), (9, 11), (12, 15)]:
        error = lab.calls(room.book, start, end, "Ada").error
        touches = isinstance(error, ValueError) and start != 11
        lab.true(error is None, f"book({start}, {end}, 'Ada') raised {error!r}.", reply="touching" if touches else None)
    lab.equal(room.bookings(), [(9, 11, "Ada"), (11, 12, "Ada"), (12, 15, "Ada")], call="bookings()")


@lab.check("overlapping meetings are refused")
def overlap():
    room = booked((10, 12), (14, 15))
    for start, end in [(10, 12), (9, 11), (11, 13), (14, 20)]:
        refused(room, start, end)
    refused(room, 9, 13, reply="encloses")
    refused(room, 13, 16, reply="encloses")


@lab.check("a meeting ends after it starts")
def backwards():
    room = booked((10, 12))
    refused(room, 5, 5, reply="empty_span")
    refused(room, 9, 8, reply="empty_span")


@lab.check("nobody changes the bookings from outside")
def leaks():
    room = booked((10, 12))
    room.bookings().clear()
    lab.equal(room.bookings(), [(10, 12, "Ada")], call="bookings(), after the caller emptied an earlier list",
              reply="leaks")


@lab.check("is_free knows the hours")
def free():
    room = booked((10, 12))
    lab.equal([room.is_free(hour) for hour in (9, 10, 11, 12)], [True, False, False, True],
              call="is_free at 9, 10, 11 and 12, booked from 10 to 12")
