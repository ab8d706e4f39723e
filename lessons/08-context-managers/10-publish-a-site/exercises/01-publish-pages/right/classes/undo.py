"""All steps, or none."""


class undoing:
    def __enter__(self):
        self.notes = []
        return self

    def __call__(self, function, *args):
        self.notes.append((function, args))

    def __exit__(self, kind, error, trace):
        while kind and self.notes:
            function, args = self.notes.pop()
            function(*args)
