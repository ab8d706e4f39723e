import re


class Money:
    def __init__(self, cents):
        self.cents = cents

    @staticmethod
    def valid(text):
        return re.fullmatch(r"\d+\.\d\d", text) is not None

    @classmethod
    def parse(cls, text):
        if cls.valid(text):
            whole, cents = text.split(".")
            return cls(int(whole) * 100 + int(cents))
        raise ValueError("not an amount")

    @classmethod
    def total(cls, amounts):
        result = cls(0)
        for amount in amounts:
            result.cents += amount.cents
        return result
