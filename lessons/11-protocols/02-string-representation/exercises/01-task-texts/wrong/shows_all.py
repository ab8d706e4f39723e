# expect: defaults_shown
class Task:
    """Something to do."""

    def __init__(self, title, priority=0, done=False):
        self.title = title
        self.priority = priority
        self.done = done

    def __repr__(self):
        arguments = [repr(self.title)]
        arguments += [f"priority={self.priority!r}", f"done={self.done!r}"]
        return f"{type(self).__name__}({', '.join(arguments)})"

    def __str__(self):
        box = "[x]" if self.done else "[ ]"
        return f"{box} {self.title} {'!' * self.priority}".rstrip()
