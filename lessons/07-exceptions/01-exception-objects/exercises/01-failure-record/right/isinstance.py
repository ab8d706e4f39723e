def failure_record(error):
    record = {"type": error.__class__.__name__, "message": f"{error}", "file": None}
    if isinstance(error, OSError):
        record["file"] = error.filename
    return record
