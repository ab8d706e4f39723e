class Closing:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.close()
        return False


class Meter(Closing):
    def __init__(self, log):
        self.log = log

    def close(self):
        log, self.log = self.log, []
        log.append("closed")
