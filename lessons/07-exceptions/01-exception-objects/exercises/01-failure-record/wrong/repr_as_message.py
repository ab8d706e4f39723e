# expect: repr_as_message
def failure_record(error):
    return {
        "type": error.__class__.__name__,
        "message": repr(error),
        "file": getattr(error, "filename", None),
    }
