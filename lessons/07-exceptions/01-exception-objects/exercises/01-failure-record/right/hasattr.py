def failure_record(error):
    if hasattr(error, "filename"):
        file = error.filename
    else:
        file = None
    return dict(type=type(error).__qualname__, message="%s" % error, file=file)
