class Recorded:
    """Note the calls of a method while a block runs."""

    def __init__(self, target, name):
        self.target = target
        self.name = name

    # TODO: __enter__ and __exit__


class Mailer:
    def send(self, text, to):
        return f"{text} -> {to}"


if __name__ == "__main__":
    mailer = Mailer()
    with Recorded(mailer, "send") as calls:
        print(mailer.send("hello", to="ada"))
    print(calls, vars(mailer))
