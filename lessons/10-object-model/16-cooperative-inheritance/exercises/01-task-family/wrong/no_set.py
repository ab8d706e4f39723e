# expect: no_set
class Part:
    """The root of the family: the last one in every row."""

    def __init__(self, **rest):
        super().__init__(**rest)
        self.made = getattr(self, "made", 0) + 1

    def problems(self):
        return []


class Titled(Part):
    def __init__(self, *, title, **rest):
        super().__init__(**rest)
        self.title = title

    def problems(self):
        found = super().problems()
        if not self.title.strip():
            found.insert(0, "no title")
        return found


class Tagged(Part):
    def __init__(self, *, tags=(), **rest):
        super().__init__(**rest)
        self.tags = tags

    def problems(self):
        mine = ["too many tags"] if len(self.tags) > 3 else []
        return mine + super().problems()


class Dated(Part):
    def __init__(self, *, day, **rest):
        super().__init__(**rest)
        self.day = day

    def problems(self):
        mine = [] if self.day in range(1, 32) else ["no such day"]
        return mine + super().problems()


class Task(Titled, Tagged, Dated):
    pass
