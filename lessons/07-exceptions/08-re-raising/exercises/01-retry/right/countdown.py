def retry(action, attempts):
    left = attempts
    while True:
        left -= 1
        try:
            result = action()
        except ConnectionError as error:
            if not left:
                print("giving up:", error)
                raise
        else:
            return result
