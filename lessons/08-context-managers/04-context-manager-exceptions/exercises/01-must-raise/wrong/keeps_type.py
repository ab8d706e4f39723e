# expect: not_kept
class Raises:
    """Assert that the block raises an exception of this kind."""

    def __init__(self, kind):
        self.kinds = kind if isinstance(kind, tuple) else (kind,)
        self.error = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            names = " or ".join(it.__name__ for it in self.kinds)
            raise AssertionError(f"{names} was not raised")
        if not issubclass(kind, self.kinds):
            return False
        self.error = kind
        return True


if __name__ == "__main__":
    with Raises(ValueError) as caught:
        int("x")
    print("seen:", caught.error)
    with Raises((KeyError, IndexError)):
        print("all is well")
