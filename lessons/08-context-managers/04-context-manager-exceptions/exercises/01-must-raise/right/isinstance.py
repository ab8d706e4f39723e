class Raises:
    def __init__(self, kind):
        self.kind = kind
        self.error = None

    def __enter__(self):
        self.error = None
        return self

    def __exit__(self, kind, error, trace):
        assert error is not None, f"expected {self.kind}"
        if isinstance(error, self.kind):
            self.error = error
        return self.error is not None
