# expect: last_field
def validators(schema):
    return {
        field: lambda record: None if isinstance(record.get(field), kind) else f"{field} should be {kind.__name__}"
        for field, kind in schema.items()
    }
