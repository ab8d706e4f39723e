"""Makes validators from a schema."""


def validators(schema):
    """Return a validator for each field."""
    result = {}
    for field, kind in schema.items():
        message = f"{field} should be {kind.__name__}"

        def validate(record):
            if not isinstance(record.get(field), kind):
                return message

        result[field] = validate
    return result


if __name__ == "__main__":
    checks = validators({"name": str, "age": int})
    for check in checks.values():
        print(check({"name": "Ada", "age": "36"}))
