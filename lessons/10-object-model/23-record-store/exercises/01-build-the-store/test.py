"""Checks for build-the-store, one or two for each step."""

import json
from pathlib import Path

import lab

EMMA = {"title": "Emma", "cents": 950, "pages": 474}


@lab.check("Step 1: all_fields() collects the fields of the row")
def all_fields():
    record = lab.load("records").Record

    class Named(record):
        fields = {"name": str, "age": str}

    class Aged(record):
        fields = {"age": int}

    class Person(Named, Aged):
        pass

    class Child(Person):
        fields = {"school": str}

    found = Child.all_fields()
    farther = found == {"name": str, "age": int, "school": str}
    lab.equal(found, {"name": str, "age": str, "school": str}, call="all_fields() of a class with three ancestors",
              reply="farther_wins" if farther else "own_fields")
    lab.equal((Aged.all_fields(), record.all_fields()), ({"age": int}, {}), call="all_fields() of a parent, and of Record")
    Child.all_fields().clear()
    lab.equal((Child.fields, Named.fields), ({"school": str}, {"name": str, "age": str}), call="`fields` of the classes afterward")


@lab.check("Step 2: a record checks its values")
def checks():
    record = lab.load("records").Record

    class Door(record):
        fields = {"place": str, "number": int}

    class Name(str):
        pass

    door = Door(place=Name("north"), number=2)
    lab.equal((door.place, door.number), ("north", 2), call="the attributes of a record")
    for name, values in (("number", {"place": "north"}), ("place", {"place": 3, "number": 2})):
        error = lab.calls(Door, **values).error
        lab.true(isinstance(error, TypeError) and name in str(error), f"Door(**{values}) gave {error!r}, "
                 f"and should raise a TypeError that names {name!r}.")
    opened = lab.calls(type("Gate", (record,), {"fields": {"open": bool}}), open=True)
    lab.true(opened.error is None, f"True for a field of type bool gave {opened.error!r}.")
    taken = lab.calls(Door, place="north", number=True)
    lab.true(isinstance(taken.error, TypeError), "The number True was accepted.", reply="bool_int")
    extra = lab.calls(Door, place="north", number=2, color="red")
    lab.true(isinstance(extra.error, TypeError), "A value for `color`, which is no field, was accepted.", reply="leftover")


@lab.check("Step 3: to_dict and from_dict")
def dictionaries():
    book = lab.load("library").Book

    class Novel(book):
        pass

    novel = Novel(**EMMA)
    novel.seen = True
    lab.equal(novel.to_dict(), {"type": "Novel", **EMMA}, call="to_dict() of a record with a further attribute `seen`",
              reply="all_attributes")
    data = {"type": "Book", **EMMA}
    again = Novel.from_dict(data)
    lab.true(type(again) is Novel and again.cents == 950, f"Novel.from_dict(data) gave a {type(again).__name__}.")
    lab.equal(data, {"type": "Book", **EMMA}, call="the dictionary after from_dict(data)")


@lab.check("Step 4: the parts tell their problems, in any row")
def problems():
    library = lab.load("library")
    bad = library.Book(title=" ", cents=-1, pages=0)
    other = type("Other", (library.Priced, library.Titled), {})(title="", cents=-5)
    for record, name, wanted in ((bad, "a bad book", ["no pages", "no title", "negative price"]),
                                 (other, "a class (Priced, Titled)", ["negative price", "no title"])):
        found = record.problems()
        cut = isinstance(found, list) and len(found) < len(wanted)
        lab.equal(found, wanted, call=f"problems() of {name}", reply="problems_cut" if cut else None)
    lab.equal(library.Book(title="Free", cents=0, pages=1).problems(), [], call="problems() of a book of 1 page for 0 cents")
    book = library.Book(**EMMA)
    lab.equal((book.problems(), book.price), ([], "9.50"), call="problems() and price of a good book")
    lab.raises(AttributeError, setattr, book, "price", "1.00")


@lab.check("Step 5: a store keeps good records, and finds them by kind")
def keeps():
    library, store = lab.load("library"), lab.load("store").Store
    one, two = store(library.Book), store(library.Book)
    book, priced = library.Book(**EMMA), library.Priced(cents=5)
    one.add(book)
    one.add(priced)
    lab.equal(len(two.all()), 0, call="the number of records in another store", reply="shared_store")
    lab.true(one.all(library.Priced) == [book, priced] and one.all(library.Titled) == [book],
             f"With a Book and a Priced, all(Priced) has {len(one.all(library.Priced))} and all(Titled) {len(one.all(library.Titled))}.",
             reply="exact_kind")
    error = lab.raises(ValueError, one.add, library.Book(title="", cents=1, pages=0))
    lab.true("no pages" in str(error) and "no title" in str(error), f"The message {str(error)!r} does not tell all problems.")
    lab.equal(len(one.all()), 2, call="the number of records after a bad one")


@lab.check("Step 6: what is saved can be loaded")
def saves():
    library, kind = lab.load("library"), lab.load("store").Store
    store = kind(library.Book)
    store.add(library.Book(**EMMA))
    store.save("one.json")
    lab.equal(json.loads(Path("one.json").read_text()), [{"type": "Book", **EMMA}], call="what save() wrote")
    copy = kind(library.Book)
    copy.load("one.json")
    copy.load("one.json")
    lab.equal([book.to_dict() for book in copy.all(library.Book)], [{"type": "Book", **EMMA}] * 2, call="the store after loading twice")
    lab.raises(ValueError, kind(library.Titled).load, "one.json")


@lab.check("The program runs")
def runs():
    result = lab.run()
    lab.equal(result.stdout.splitlines()[:2], ["Emma 9.50", "Persuasion 8.00"], call="The first lines of python main.py")
