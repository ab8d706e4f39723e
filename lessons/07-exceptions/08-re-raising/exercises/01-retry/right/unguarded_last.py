def retry(action, attempts):
    for _ in range(attempts - 1):
        try:
            return action()
        except ConnectionError:
            continue
    return action()
