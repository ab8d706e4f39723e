class Address:
    __slots__ = ("user", "domain")

    def __init__(self, text):
        user, domain = text.split("@")
        super().__setattr__("user", user)
        super().__setattr__("domain", domain.casefold())

    def __setattr__(self, name, value):
        raise AttributeError(f"an address does not change: {name}")

    def __eq__(self, other):
        if isinstance(other, Address):
            return str(self) == str(other)
        return NotImplemented

    def __str__(self):
        return f"{self.user}@{self.domain}"

    def __hash__(self):
        return hash(str(self))
