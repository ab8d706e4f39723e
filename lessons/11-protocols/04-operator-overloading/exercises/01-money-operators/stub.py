class Money:
    """An amount of money; does not change."""

    def __init__(self, cents, currency):
        self.cents = cents
        self.currency = currency

    def __repr__(self):
        return f"Money({self.cents}, {self.currency!r})"

    def __add__(self, other):
        self.cents += other.cents  # TODO
        return self

if __name__ == "__main__":
    print(Money(700, "EUR") + Money(250, "EUR"))
