# expect: new_exception
def retry(action, attempts):
    for attempt in range(attempts):
        try:
            return action()
        except ConnectionError as error:
            message = str(error)
    raise ConnectionError(f"failed {attempts} times: {message}")
