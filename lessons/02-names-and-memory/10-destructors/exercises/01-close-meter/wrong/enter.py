# expect: wrong_enter
class Meter:
    def __init__(self, log):
        self.log = log

    def close(self):
        if "closed" not in self.log:
            self.log.append("closed")

    def __enter__(self):
        pass

    def __exit__(self, *error):
        self.close()
