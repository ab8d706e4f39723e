class Task:
    """Something to do."""

    def __init__(self, title, priority=0, done=False):
        self.title = title
        self.priority = priority
        self.done = done

    def __repr__(self):
        return f"Task('{self.title}')"  # TODO

    # TODO: __str__

if __name__ == "__main__":
    print([Task("buy tea"), Task("it's late", 2, True)])
