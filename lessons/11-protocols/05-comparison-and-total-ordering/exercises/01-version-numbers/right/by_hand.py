class Version:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text

    def _compare(self, other, sign):
        if not isinstance(other, Version):
            return NotImplemented
        mine, theirs = ([int(p) for p in it.text.split(".")] for it in (self, other))
        n = max(len(mine), len(theirs))
        mine += [0] * (n - len(mine))
        theirs += [0] * (n - len(theirs))
        return {"<": mine < theirs, "<=": mine <= theirs, "==": mine == theirs}[sign]

    def __eq__(self, other):
        return self._compare(other, "==")

    def __lt__(self, other):
        return self._compare(other, "<")

    def __le__(self, other):
        return self._compare(other, "<=")

    def __gt__(self, other):
        return other._compare(self, "<") if isinstance(other, Version) else NotImplemented

    def __ge__(self, other):
        return other._compare(self, "<=") if isinstance(other, Version) else NotImplemented
