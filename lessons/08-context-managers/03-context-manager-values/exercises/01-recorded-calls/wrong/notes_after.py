# expect: noted_late
class Recorded:
    def __init__(self, target, name):
        self.target = target
        self.name = name

    def __enter__(self):
        original = getattr(self.target, self.name)
        self.own = vars(self.target).get(self.name)
        calls = []

        def stand_in(*args, **kwargs):
            result = original(*args, **kwargs)
            calls.append((args, kwargs))
            return result

        setattr(self.target, self.name, stand_in)
        return calls

    def __exit__(self, *error):
        delattr(self.target, self.name)
        if self.own is not None:
            setattr(self.target, self.name, self.own)
