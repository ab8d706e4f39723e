from functools import partial


def check(field, kind, record, /):
    if not isinstance(record.get(field), kind):
        return f"{field} should be {kind.__name__}"


def validators(schema):
    return {field: partial(check, field, kind) for field, kind in schema.items()}
