class Task:
    def __init__(self, title, priority=0, done=False):
        self.title, self.priority, self.done = title, priority, done

    def __repr__(self):
        text = "{}({!r}".format(type(self).__name__, self.title)
        if self.priority:
            text += ", priority={}".format(self.priority)
        if self.done:
            text += ", done=True"
        return text + ")"

    def __str__(self):
        parts = ["[x]" if self.done else "[ ]", self.title]
        if self.priority:
            parts.append("!" * self.priority)
        return " ".join(parts)
