# expect: float_cents
class Money:
    """An amount, in whole cents."""

    def __init__(self, cents):
        self.cents = cents

    @staticmethod
    def valid(text):
        """Say whether a text is an amount, such as 19.99."""
        whole, _, cents = text.partition(".")
        return whole.isdecimal() and cents.isdecimal() and len(cents) == 2

    @classmethod
    def parse(cls, text):
        """Make an amount out of a text."""
        if not cls.valid(text):
            raise ValueError(f"not an amount: {text!r}")
        return cls(int(float(text) * 100))

    @classmethod
    def total(cls, amounts):
        """Make one amount out of several."""
        return cls(sum(amount.cents for amount in amounts))


if __name__ == "__main__":
    print(Money.total([Money.parse("19.99"), Money(1)]).cents)
