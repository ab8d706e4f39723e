# expect: local_case
class Address:
    """A mail address; does not change."""

    def __init__(self, text):
        user, domain = text.split("@")
        self._user = user
        self._key = (user.lower(), domain.lower())

    @property
    def user(self):
        """The part before the @."""
        return self._user

    @property
    def domain(self):
        """The part behind the @, in lower case."""
        return self._key[1]

    def __eq__(self, other):
        if not isinstance(other, Address):
            return NotImplemented
        return self._key == other._key

    def __hash__(self):
        return hash(self._key)
