import contextlib


class Meter(contextlib.AbstractContextManager):
    def __init__(self, log):
        self.work = contextlib.ExitStack()
        self.work.callback(log.append, "closed")

    def close(self):
        self.work.close()

    def __exit__(self, *error):
        self.close()
