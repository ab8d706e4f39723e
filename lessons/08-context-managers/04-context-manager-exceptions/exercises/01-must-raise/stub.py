class Raises:
    """Assert that the block raises an exception of this kind."""

    def __init__(self, kind):
        self.kind = kind
        self.error = None

    # TODO: __enter__ and __exit__


if __name__ == "__main__":
    with Raises(ValueError) as caught:
        int("x")
    print("seen:", caught.error)
    with Raises((KeyError, IndexError)):
        print("all is well")
