NOT_FOUND = (FileNotFoundError, KeyError, IndexError)


def status_of(action):
    code = 200
    try:
        action()
    except TimeoutError:
        code = 503
    except ConnectionError:
        code = 503
    except NOT_FOUND:
        code = 404
    except PermissionError:
        code = 403
    except OSError:
        code = 500
    except ValueError:
        code = 400
    return code
