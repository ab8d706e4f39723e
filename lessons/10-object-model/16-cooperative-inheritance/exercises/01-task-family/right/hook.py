class Part:
    def __init__(self, **rest):
        super().__init__(**rest)
        self.made = getattr(self, "made", 0) + 1

    def problems(self):
        return []


class Titled(Part):
    def __init__(self, title, **rest):
        super(Titled, self).__init__(**rest)
        self.title = title

    def problems(self):
        return ["no title"] * (not self.title.strip()) + super(Titled, self).problems()


class Tagged(Part):
    def __init__(self, tags=None, **rest):
        super().__init__(**rest)
        self.tags = set(tags or ())

    def problems(self):
        return ["too many tags"] * (len(self.tags) > 3) + super().problems()


class Dated(Part):
    def __init__(self, day, **rest):
        super().__init__(**rest)
        self.day = day

    def problems(self):
        return ["no such day"] * (not 0 < self.day < 32) + super().problems()


class Task(Titled, Tagged, Dated):
    pass
