"""The exceptions of the booking service, and how they are answered."""


class BookingError(Exception):
    """Base of everything the booking service raises on purpose."""

    code = "booking_error"


# TODO: NotFound(kind, ident) and InvalidField(field, problem)


def to_response(error):
    """Return the JSON object that answers a request which ended with `error`."""
    # TODO
    return {"error": "internal"}
