# expect: exact_type_only
CODES = {PermissionError: 403, FileNotFoundError: 404, TimeoutError: 503, ConnectionError: 503}


def status_of(action):
    try:
        action()
    except ValueError:
        return 400
    except LookupError:
        return 404
    except OSError as error:
        for kind, code in CODES.items():
            if type(error) == kind:
                return code
        return 500
    return 200
