class Task:
    DEFAULTS = {"priority": 0, "done": False}

    def __init__(self, title, priority=0, done=False):
        self.title = title
        self.priority = priority
        self.done = done

    def __repr__(self):
        named = "".join(
            f", {name}={getattr(self, name)!r}"
            for name, default in self.DEFAULTS.items()
            if getattr(self, name) != default
        )
        return self.__class__.__name__ + "(" + repr(self.title) + named + ")"

    def __str__(self):
        return "[%s] %s%s" % ("x" if self.done else " ", self.title, self.priority and " " + "!" * self.priority or "")
