class Meter:
    def __init__(self, log):
        self.log = log

    def close(self):
        self.log.append("closed")

    def __del__(self):  # TODO: nobody knows when this runs
        self.close()
