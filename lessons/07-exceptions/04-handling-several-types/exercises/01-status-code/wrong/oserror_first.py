# expect: general_first
def status_of(action):
    try:
        action()
    except ValueError:
        return 400
    except OSError:
        return 500
    except PermissionError:
        return 403
    except (FileNotFoundError, LookupError):
        return 404
    except (TimeoutError, ConnectionError):
        return 503
    return 200
