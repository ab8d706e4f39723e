# expect: closes_twice
class Meter:
    def __init__(self, log):
        self.log = log

    def close(self):
        self.log.append("closed")

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
