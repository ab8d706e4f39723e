class Part:
    def __init__(self, **rest):
        super().__init__(**rest)
        self.made = getattr(self, "made", 0) + 1

    def problems(self):
        return []


class Titled(Part):
    def __init__(self, **values):
        self.title = values.pop("title")
        super().__init__(**values)

    def problems(self):
        found = super().problems()
        if not self.title.strip():
            found.insert(0, "no title")
        return found


class Tagged(Part):
    def __init__(self, **values):
        self.tags = set(values.pop("tags", ()))
        super().__init__(**values)

    def problems(self):
        found = super().problems()
        if len(self.tags) > 3:
            found.insert(0, "too many tags")
        return found


class Dated(Part):
    def __init__(self, **values):
        self.day = values.pop("day")
        super().__init__(**values)

    def problems(self):
        found = super().problems()
        if self.day not in range(1, 32):
            found.insert(0, "no such day")
        return found


class Task(Titled, Tagged, Dated):
    """All three."""
