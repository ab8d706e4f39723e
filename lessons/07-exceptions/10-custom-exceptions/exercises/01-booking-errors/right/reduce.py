"""The exceptions of the booking service, and how they are answered."""


class BookingError(Exception):
    code = "booking_error"

    def extra(self):
        return {}


class NotFound(BookingError):
    code = "not_found"

    def __init__(self, kind, ident):
        super().__init__(f"no {kind} with id {ident}")
        self.kind = kind
        self.ident = ident

    def __reduce__(self):
        return type(self), (self.kind, self.ident)


class InvalidField(BookingError):
    code = "invalid_field"

    def __init__(self, field, problem):
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem

    def __reduce__(self):
        return type(self), (self.field, self.problem)

    def extra(self):
        return {"field": self.field}


def to_response(error):
    try:
        raise error
    except BookingError:
        return {"error": error.code, "message": str(error), **error.extra()}
