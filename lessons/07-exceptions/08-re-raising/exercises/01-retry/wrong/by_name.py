# expect: marked_twice
def retry(action, attempts):
    for attempt in range(1, attempts + 1):
        try:
            return action()
        except ConnectionError as error:
            if attempt == attempts:
                raise error
