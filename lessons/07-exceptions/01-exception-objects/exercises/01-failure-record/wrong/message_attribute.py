# expect: message_attribute
def failure_record(error):
    return {
        "type": type(error).__name__,
        "message": error.message,
        "file": getattr(error, "filename", None),
    }
