# expect: falls_over
from functools import total_ordering


@total_ordering
class Version:
    """A version number such as 1.10.2."""

    def __init__(self, text):
        self.text = text
        parts = [int(part) for part in text.split(".")]
        while parts and parts[-1] == 0:
            parts.pop()
        self._key = tuple(parts)

    def __str__(self):
        return self.text

    def __eq__(self, other):
        return self._key == other._key

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self._key < other._key

    def __hash__(self):
        return hash(self._key)
