class Recorded:
    def __init__(self, target, name):
        self.target, self.name, self.calls = target, name, []

    def __call__(self, *args, **kwargs):
        self.calls.append((args, kwargs))
        return self.original(*args, **kwargs)

    def __enter__(self):
        self.before = dict(vars(self.target))
        self.original = getattr(self.target, self.name)
        setattr(self.target, self.name, self)
        return self.calls

    def __exit__(self, *error):
        own = vars(self.target)
        own.pop(self.name)
        if self.name in self.before:
            own[self.name] = self.before[self.name]
