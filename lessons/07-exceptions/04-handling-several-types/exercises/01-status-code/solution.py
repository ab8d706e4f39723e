def status_of(action):
    """Call the action and return the status code for how it ended."""
    try:
        action()
    except ValueError:
        return 400
    except PermissionError:
        return 403
    except (FileNotFoundError, LookupError):
        return 404
    except (TimeoutError, ConnectionError):
        return 503
    except OSError:
        return 500
    return 200


def missing_page():
    raise FileNotFoundError("about.html")


if __name__ == "__main__":
    print(status_of(missing_page))
