CODES = [
    (ValueError, 400),
    (PermissionError, 403),
    ((FileNotFoundError, LookupError), 404),
    ((TimeoutError, ConnectionError), 503),
    (OSError, 500),
]


def status_of(action):
    try:
        action()
    except (ValueError, LookupError, OSError) as error:
        return next(code for kinds, code in CODES if isinstance(error, kinds))
    return 200
