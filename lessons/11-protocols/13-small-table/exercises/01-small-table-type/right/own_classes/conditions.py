class Condition:
    def __and__(self, other):
        return Both(self, other) if callable(other) else NotImplemented

    def __invert__(self):
        return Not(self)


class Not(Condition):
    def __init__(self, inner):
        self.inner = inner

    def __call__(self, row):
        return not self.inner(row)


class Both(Condition):
    def __init__(self, *inner):
        self.inner = inner

    def __call__(self, row):
        return all(it(row) for it in self.inner)


class Compare(Condition):
    def __init__(self, name, value, sign):
        self.name, self.value, self.sign = name, value, sign

    def __call__(self, row):
        found = row[self.name]
        return found == self.value if self.sign == "=" else found < self.value


class Field:
    def __init__(self, name):
        self.name = name

    def __eq__(self, value):
        return Compare(self.name, value, "=")

    def __lt__(self, value):
        return Compare(self.name, value, "<")
