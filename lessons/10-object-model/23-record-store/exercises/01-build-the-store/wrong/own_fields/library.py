from mixins import DictMixin
from records import Record


class Titled(Record):
    fields = {"title": str}

    def problems(self):
        own = [] if self.title.strip() else ["no title"]
        return own + super().problems()


class Priced(Record):
    fields = {"cents": int}

    @property
    def price(self):
        return f"{self.cents / 100:.2f}"

    def problems(self):
        own = ["negative price"] if self.cents < 0 else []
        return own + super().problems()


class Book(DictMixin, Titled, Priced):
    fields = {"pages": int}

    def problems(self):
        own = ["no pages"] if self.pages < 1 else []
        return own + super().problems()
