# expect: filename_missing
def failure_record(error):
    return {
        "type": type(error).__name__,
        "message": str(error),
        "file": error.filename,
    }
