# expect: relies_on_del
class Meter:
    def __init__(self, log):
        self.log = log

    def close(self):
        self.log.append("closed")

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def __del__(self):
        self.close()
