# expect: nothing_returned
class Recorded:
    """Note the calls of a method while a block runs."""

    def __init__(self, target, name):
        self.target = target
        self.name = name

    def __enter__(self):
        calls = []
        original = getattr(self.target, self.name)

        def stand_in(*args, **kwargs):
            calls.append((args, kwargs))
            return original(*args, **kwargs)

        self.is_own = self.name in vars(self.target)
        self.original = original
        setattr(self.target, self.name, stand_in)

    def __exit__(self, kind, error, trace):
        if self.is_own:
            setattr(self.target, self.name, self.original)
        else:
            delattr(self.target, self.name)


class Mailer:
    def send(self, text, to):
        return f"{text} -> {to}"


if __name__ == "__main__":
    mailer = Mailer()
    with Recorded(mailer, "send") as calls:
        print(mailer.send("hello", to="ada"))
    print(calls, vars(mailer))
