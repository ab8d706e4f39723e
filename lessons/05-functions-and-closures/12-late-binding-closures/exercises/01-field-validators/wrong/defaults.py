# expect: extra_parameter
def validators(schema):
    result = {}
    for field, kind in schema.items():
        def validate(record, field=field, kind=kind):
            if not isinstance(record.get(field), kind):
                return f"{field} should be {kind.__name__}"
        result[field] = validate
    return result
