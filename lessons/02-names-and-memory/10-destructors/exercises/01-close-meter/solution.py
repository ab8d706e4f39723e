class Meter:
    """Says in its log when it is closed, once."""

    def __init__(self, log):
        self.log = log
        self.is_open = True

    def close(self):
        if self.is_open:
            self.is_open = False
            self.log.append("closed")

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
