# expect: not_rolled_back
class Transaction:
    def __init__(self, target):
        self.target = target

    def __enter__(self):
        return self.target

    def __exit__(self, kind, error, trace):
        pass
