class Task:
    """Something to do."""

    def __init__(self, title, priority=0, done=False):
        self.title = title
        self.priority = priority
        self.done = done

    def __repr__(self):
        arguments = [repr(self.title)]
        if self.priority != 0:
            arguments.append(f"priority={self.priority!r}")
        if self.done:
            arguments.append(f"done={self.done!r}")
        return f"{type(self).__name__}({', '.join(arguments)})"

    def __str__(self):
        box = "[x]" if self.done else "[ ]"
        marks = f" {'!' * self.priority}" if self.priority else ""
        return f"{box} {self.title}{marks}"

if __name__ == "__main__":
    print([Task("buy tea"), Task("it's late", 2, True)])
