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
        own = [] if self.title.strip() else ["no title"]
        return own + super().problems()


class Tagged(Part):
    def __init__(self, *, tags=(), **rest):
        super().__init__(**rest)
        self.tags = set(tags)

    def problems(self):
        own = ["too many tags"] if len(self.tags) > 3 else []
        return own + super().problems()


class Dated(Part):
    def __init__(self, *, day, **rest):
        super().__init__(**rest)
        self.day = day

    def problems(self):
        own = [] if 1 <= self.day <= 31 else ["no such day"]
        return own + super().problems()


class Task(Titled, Tagged, Dated):
    pass
