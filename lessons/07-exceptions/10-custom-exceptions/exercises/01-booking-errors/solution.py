"""The exceptions of the booking service, and how they are answered."""


class BookingError(Exception):
    """Base of everything the booking service raises on purpose."""

    code = "booking_error"


class NotFound(BookingError):
    """There is no such thing."""

    code = "not_found"

    def __init__(self, kind, ident):
        super().__init__(kind, ident)
        self.kind = kind
        self.ident = ident

    def __str__(self):
        return f"no {self.kind} with id {self.ident}"


class InvalidField(BookingError):
    """A field of the request cannot be accepted."""

    code = "invalid_field"

    def __init__(self, field, problem):
        super().__init__(field, problem)
        self.field = field
        self.problem = problem

    def __str__(self):
        return f"{self.field}: {self.problem}"


def to_response(error):
    """Return the JSON object that answers a request which ended with `error`."""
    if not isinstance(error, BookingError):
        raise error
    response = {"error": error.code, "message": str(error)}
    if isinstance(error, InvalidField):
        response["field"] = error.field
    return response
