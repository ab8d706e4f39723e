# expect: tuple_name
class Raises:
    def __init__(self, kind):
        self.kind = kind
        self.error = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            raise AssertionError(f"{self.kind.__name__} was not raised")
        if issubclass(kind, self.kind):
            self.error = error
            return True
