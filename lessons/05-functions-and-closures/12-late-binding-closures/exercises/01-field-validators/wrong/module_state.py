# expect: global_state
kinds = {}


def validator(field):
    def validate(record):
        kind = kinds.get(field, object)
        if field not in record or not isinstance(record[field], kind):
            return f"{field} should be {kind.__name__}"
    return validate


def validators(schema):
    kinds.clear()
    kinds.update(schema)
    return {field: validator(field) for field in schema}
