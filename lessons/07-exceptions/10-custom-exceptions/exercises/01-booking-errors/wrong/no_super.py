# expect: lost_message
class BookingError(Exception):
    """Base of everything the booking service raises on purpose."""

    code = "booking_error"


class NotFound(BookingError):
    code = "not_found"

    def __init__(self, kind, ident):
        self.kind = kind
        self.ident = ident


class InvalidField(BookingError):
    code = "invalid_field"

    def __init__(self, field, problem):
        self.field = field
        self.problem = problem


def to_response(error):
    """Return the JSON object that answers a request which ended with `error`."""
    if not isinstance(error, BookingError):
        raise error
    response = {"error": error.code, "message": str(error)}
    if isinstance(error, InvalidField):
        response["field"] = error.field
    return response
