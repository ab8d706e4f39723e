# expect: named_parent
class Part:
    """The root of the family: the last one in every row."""

    def __init__(self, **rest):
        super().__init__(**rest)
        self.made = getattr(self, "made", 0) + 1

    def problems(self):
        return []


class Titled(Part):
    def __init__(self, *, title):
        Part.__init__(self)
        self.title = title

    def problems(self):
        return [] if self.title.strip() else ["no title"]


class Tagged(Part):
    def __init__(self, *, tags=()):
        Part.__init__(self)
        self.tags = set(tags)

    def problems(self):
        return ["too many tags"] if len(self.tags) > 3 else []


class Dated(Part):
    def __init__(self, *, day):
        Part.__init__(self)
        self.day = day

    def problems(self):
        return [] if 1 <= self.day <= 31 else ["no such day"]


class Task(Titled, Tagged, Dated):
    def __init__(self, *, title, day, tags=()):
        Titled.__init__(self, title=title)
        Tagged.__init__(self, tags=tags)
        Dated.__init__(self, day=day)

    def problems(self):
        return Titled.problems(self) + Tagged.problems(self) + Dated.problems(self)
