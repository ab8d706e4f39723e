# expect: late
class Part:
    """The root of the family: the last one in every row."""

    def __init__(self, **rest):
        super().__init__(**rest)
        self.made = getattr(self, "made", 0) + 1

    def problems(self):
        return []


class Titled(Part):
    def __init__(self, title, **rest):
        self.title = title
        super().__init__(**rest)

    def problems(self):
        found = super().problems()
        if not self.title.strip():
            found.append("no title")
        return found


class Tagged(Part):
    def __init__(self, tags=(), **rest):
        self.tags = set(tags)
        super().__init__(**rest)

    def problems(self):
        found = super().problems()
        if len(self.tags) > 3:
            found.append("too many tags")
        return found


class Dated(Part):
    def __init__(self, day, **rest):
        self.day = day
        super().__init__(**rest)

    def problems(self):
        found = super().problems()
        if not 1 <= self.day <= 31:
            found.append("no such day")
        return found


class Task(Titled, Tagged, Dated):
    pass
