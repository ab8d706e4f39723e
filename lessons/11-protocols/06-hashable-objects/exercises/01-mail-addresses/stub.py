class Address:
    """A mail address; does not change."""

    def __init__(self, text):
        self.user, self.domain = text.split("@")

    def __eq__(self, other):
        return (self.user, self.domain) == (other.user, other.domain)  # TODO

if __name__ == "__main__":
    print(Address("ada@Example.org") == Address("ada@example.ORG"))
