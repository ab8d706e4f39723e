# expect: ends_quietly
def retry(action, attempts):
    while attempts > 0:
        try:
            return action()
        except ConnectionError:
            attempts -= 1
    return None
