# expect: missing_field
def validator(field, kind):
    def validate(record):
        if not isinstance(record[field], kind):
            return f"{field} should be {kind.__name__}"
    return validate


def validators(schema):
    return {field: validator(field, kind) for field, kind in schema.items()}
