# expect: first_argument
def failure_record(error):
    return {
        "type": type(error).__name__,
        "message": error.args[0] if error.args else "none",
        "file": getattr(error, "filename", None),
    }
