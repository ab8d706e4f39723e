# expect: strips_text
from functools import total_ordering

@total_ordering
class Version:
    def __init__(self, text):
        self.text = text.rstrip(".0")

    def __str__(self):
        return self.text

    def parts(self):
        return [int(p) for p in self.text.split(".")]

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts() == other.parts()

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts() < other.parts()
