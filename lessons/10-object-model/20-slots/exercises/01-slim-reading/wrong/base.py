# expect: base
class Reading:
    def __init__(self, time, value):
        self.time = time
        self.value = value


class Checked(Reading):
    __slots__ = ("checker",)

    def __init__(self, time, value, checker):
        super().__init__(time, value)
        self.checker = checker
