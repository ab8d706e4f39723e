# expect: uses_with
def use(manager, body):
    with manager as value:
        return body(value)
