# expect: unhashable
class Address:
    """A mail address; does not change."""

    def __init__(self, text):
        user, domain = text.split("@")
        self._key = (user, domain.lower())

    @property
    def user(self):
        """The part before the @."""
        return self._key[0]

    @property
    def domain(self):
        """The part behind the @, in lower case."""
        return self._key[1]

    def __eq__(self, other):
        if not isinstance(other, Address):
            return NotImplemented
        return self._key == other._key
