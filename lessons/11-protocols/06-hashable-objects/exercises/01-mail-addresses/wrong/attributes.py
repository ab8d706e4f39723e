# expect: can_change
class Address:
    """A mail address; does not change."""

    def __init__(self, text):
        user, domain = text.split("@")
        self.user, self.domain = user, domain.lower()
        self._key = (self.user, self.domain)

    def __eq__(self, other):
        if not isinstance(other, Address):
            return NotImplemented
        return self._key == other._key

    def __hash__(self):
        return hash(self._key)
