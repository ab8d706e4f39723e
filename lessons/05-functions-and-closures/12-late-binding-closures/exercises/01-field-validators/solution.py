"""Makes validators from a schema."""


def validator(field, kind):
    """Return a function that checks this field of a record."""
    message = f"{field} should be {kind.__name__}"

    def validate(record):
        if not isinstance(record.get(field), kind):
            return message
        return None

    return validate


def validators(schema):
    """Return a validator for each field."""
    return {field: validator(field, kind) for field, kind in schema.items()}


if __name__ == "__main__":
    checks = validators({"name": str, "age": int})
    for check in checks.values():
        print(check({"name": "Ada", "age": "36"}))
