class Money:
    """An amount, in whole cents."""

    def __init__(self, cents):
        self.cents = cents

    # TODO: valid, parse, total


if __name__ == "__main__":
    print(Money.total([Money.parse("19.99"), Money(1)]).cents)
