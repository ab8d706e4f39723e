# expect: returns_nothing
def status_of(action):
    try:
        action()
        return 200
    except ValueError:
        return 400
    except PermissionError:
        return 403
    except (FileNotFoundError, LookupError):
        return 404
    except (TimeoutError, ConnectionError):
        print(503)
    except OSError:
        return 500
