"""The exceptions of the booking service, and how they are answered."""


class BookingError(Exception):
    code = "booking_error"
    template = "booking failed"
    fields = ()

    def __init__(self, *args):
        super().__init__(*args)
        for name, value in zip(self.fields, args):
            setattr(self, name, value)

    def __str__(self):
        return self.template.format(**vars(self))


class NotFound(BookingError):
    code = "not_found"
    template = "no {kind} with id {ident}"
    fields = ("kind", "ident")

    def __init__(self, kind, ident):
        super().__init__(kind, ident)


class InvalidField(BookingError):
    code = "invalid_field"
    template = "{field}: {problem}"
    fields = ("field", "problem")

    def __init__(self, field, problem):
        super().__init__(field, problem)


def to_response(error):
    match error:
        case InvalidField(field=field):
            return {"error": error.code, "message": str(error), "field": field}
        case BookingError():
            return {"error": error.code, "message": str(error)}
    raise error
