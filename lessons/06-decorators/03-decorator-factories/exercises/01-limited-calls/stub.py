"""Limits how often a function may be called."""


def limited(function=None, /, *, calls=1):
    """Allow so many calls of the function, and no more."""
    # TODO


if __name__ == "__main__":
    @limited(calls=2)
    def pay(amount):
        return f"paid {amount}"

    print(pay(1), pay(2))
