# expect: last_message
def validators(schema):
    result = {}
    for field, kind in schema.items():
        message = f"{field} should be {kind.__name__}"

        def validate(record, *, field=field, kind=kind):
            if not isinstance(record.get(field), kind):
                return message
        result[field] = validate
    return result
