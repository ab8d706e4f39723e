def is_amount(text):
    return text[-3:-2] == "." and (text[:-3] + text[-2:]).isdecimal() and len(text) > 3


class Money:
    valid = staticmethod(is_amount)

    def __init__(self, cents):
        self.cents = cents

    @classmethod
    def parse(cls, text):
        if not cls.valid(text):
            raise ValueError(text)
        return cls(round(float(text) * 100))

    @classmethod
    def total(cls, amounts):
        return cls(sum([amount.cents for amount in amounts]))
