from mixins import DictMixin
from records import Record


class Titled(Record):
    fields = {"title": str}

    def problems(self):
        return ["no title"] * (not self.title.strip()) + super().problems()


class Priced(Record):
    fields = {"cents": int}

    @property
    def price(self):
        return f"{self.cents / 100:.2f}"

    def problems(self):
        return ["negative price"] * (self.cents < 0) + super().problems()


class Book(DictMixin, Titled, Priced):
    fields = {"pages": int}

    def problems(self):
        return ["no pages"] * (self.pages < 1) + super().problems()
