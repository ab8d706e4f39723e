from mixins import DictMixin
from records import Record


class Titled(Record):
    fields = {"title": str}

    # TODO: step 4


class Priced(Record):
    fields = {"cents": int}


class Book(DictMixin, Titled, Priced):
    fields = {"pages": int}
