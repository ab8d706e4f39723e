# expect: module_changes
PREFIX = "R"


journal = []


class Register:
    """A cash register with receipts of its own."""

    def __init__(self):
        self._sold = []

    def sell(self, item, cents):
        self._sold.append((item, cents))
        journal.append(item)
        return f"{PREFIX}-{len(self._sold)}: {item} {cents}"

    def total(self):
        return sum(cents for item, cents in self._sold)

    def sales(self):
        return list(self._sold)


if __name__ == "__main__":
    front, back = Register(), Register()
    print(front.sell("lamp", 4000), back.sell("desk", 24000), front.total())
