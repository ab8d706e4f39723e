"""Checks for verified-registration."""
import abc

import lab


def legacy():
    class Base:
        def open(self):
            self.rows = []

    class Legacy(Base):
        def export(self, rows):
            self.rows.extend(rows)
            return len(rows)

    return Legacy


@lab.check("a class with all methods is adopted, also with inherited ones")
def adopts():
    main, cls = lab.load(), legacy()
    outcome = lab.calls(main.adopt, main.Exporter, cls)
    lab.true(outcome.error is None, f"adopt raised {outcome.error!r} for a class with both methods.")
    lab.true(isinstance(cls(), main.Exporter), "isinstance(obj, Exporter) is False.", reply="not_registered")
    lab.true(outcome.value is cls, f"adopt returned {outcome.value!r}.", reply="no_class_back")


@lab.check("a class that lacks a method is refused")
def refuses():
    main = lab.load()

    class Half:
        def export(self, rows):
            return 0

    class Wrong(legacy()):
        export = "a text"

    for cls in (Half, Wrong, type("Nothing", (), {})):
        outcome = lab.calls(main.adopt, main.Exporter, cls)
        lab.true(isinstance(outcome.error, TypeError), f"For the incomplete class {cls.__name__}, adopt gave "
                 f"{outcome.error or outcome.value!r}.", reply="not_verified")
        lab.true(not issubclass(cls, main.Exporter), f"{cls.__name__} was refused, but registered.",
                 reply="not_verified")


@lab.check("the message names all that is missing")
def message():
    main = lab.load()
    error = lab.raises(TypeError, main.adopt, main.Exporter, type("Nothing", (), {}))
    lab.true("open" in str(error) and "export" in str(error), f"The message is {str(error)!r}.",
             reply="names_all")


@lab.check("adopt works for any abstract base class")
def any_abc():
    main = lab.load()

    class Shape(abc.ABC):
        @property
        def name(self):
            return "shape"

        @abc.abstractmethod
        def draw(self):
            pass

    circle = type("Circle", (), {"draw": lambda self: None})
    outcome = lab.calls(main.adopt, Shape, circle)
    lab.true(outcome.error is None and issubclass(circle, Shape), f"For another ABC adopt gave "
             f"{outcome.error or outcome.value!r}.", reply="fixed_names")

    class Solid(Shape):
        @abc.abstractmethod
        def weigh(self):
            pass

    stone = type("Stone", (), {"weigh": lambda self: 1})
    lab.true(isinstance(lab.calls(main.adopt, Solid, stone).error, TypeError), "A class without `draw` was adopted as "
             "a Solid, an ABC that inherits the abstract `draw` from another one.")
    outcome = lab.calls(main.adopt, Shape, legacy())
    lab.true(isinstance(outcome.error, TypeError), "A class without `draw` was adopted as a Shape.",
             reply="fixed_names")


@lab.check("export_all works with adopted exporters, and with true subclasses")
def exports():
    main, cls = lab.load(), legacy()
    main.Exporter.register(cls)
    exporter = cls()
    outcome = lab.calls(main.export_all, exporter, [[1, 2], [3]])
    lab.true(outcome.error is None, f"export_all of an adopted exporter raised {outcome.error!r}.",
             reply="inherits_nothing")
    lab.equal((outcome.value, exporter.rows), (3, [1, 2, 3]), call="export_all of two batches")

    class Own(main.Exporter):
        def open(self):
            pass

        def export(self, rows):
            return len(rows)

        def export_all(self, batches):
            return "own"

    adopted = main.Exporter.register(type("Adopted", (cls,), {"export_all": lambda self, batches: "own"}))
    for own, kind in ((Own(), "a subclass"), (adopted(), "an adopted exporter")):
        lab.equal(main.export_all(own, []), "own", call=f"export_all of {kind} with an export_all of its own",
                  reply="own_ignored")
