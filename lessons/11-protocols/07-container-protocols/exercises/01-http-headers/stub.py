class Headers:
    """The headers of a message; their names are the same in upper and lower case."""

    def __init__(self):
        self._values = {}

    def __setitem__(self, name, value):
        self._values[name] = value  # TODO: upper and lower case

    # TODO: the other methods

if __name__ == "__main__":
    headers = Headers()
    headers["Content-Type"] = "text/html"
    headers["content-type"] = "text/plain"
    print(len(headers), list(headers))
