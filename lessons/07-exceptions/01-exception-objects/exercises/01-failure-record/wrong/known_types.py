# expect: base_type
KNOWN = (ValueError, KeyError, OSError, TypeError)


def failure_record(error):
    name = "Exception"
    for known in KNOWN:
        if isinstance(error, known):
            name = known.__name__
    file = error.filename if isinstance(error, OSError) else None
    return {"type": name, "message": str(error), "file": file}
