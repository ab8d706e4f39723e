import contextlib


class Meter(contextlib.AbstractContextManager):
    def __init__(self, log):
        self.log = log
        self.closed = False

    def close(self):
        if not self.closed:
            self.closed = True
            self.log.append("closed")

    def __exit__(self, *exc_info):
        self.close()
