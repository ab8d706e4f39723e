# expect: class_as_text
def failure_record(error):
    return {
        "type": str(type(error)),
        "message": str(error),
        "file": getattr(error, "filename", None),
    }
