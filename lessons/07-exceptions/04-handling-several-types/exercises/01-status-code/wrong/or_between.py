# expect: or_instead_of_tuple
def status_of(action):
    try:
        action()
    except ValueError:
        return 400
    except PermissionError:
        return 403
    except FileNotFoundError or LookupError:
        return 404
    except TimeoutError or ConnectionError:
        return 503
    except OSError:
        return 500
    return 200
