"""Checks for dispatch-add."""
import lab


class Left:
    def __init__(self, answer="left"):
        self.answer = answer

    def __add__(self, other):
        return self.answer


class Right:
    def __init__(self, answer="right"):
        self.answer = answer

    def __radd__(self, other):
        return self.answer


class Wildcard:
    """Equal to everything, and the result of adding to itself."""

    def __eq__(self, other):
        return True

    def __add__(self, other):
        return self


class Broken:
    def __add__(self, other):
        raise ValueError("the method's own")

    __radd__ = __add__


def found_by_name(self, other):
    return "asked by name"


class Meta(type):
    """Shows another `__add__` to whoever asks the class for it; Python's own operator asks nobody."""

    def __getattribute__(cls, name):
        found = super().__getattribute__(name)
        if name == "__dict__":
            return {**found, "__add__": found_by_name}
        return found_by_name if name == "__add__" else found


class Watched(metaclass=Meta):
    def __add__(self, other):
        return "added by Python"


def tell(a, b):
    return lab.calls(lab.load().add, a, b)


@lab.check("the left class is asked first")
def left():
    lab.equal(tell(2, 3).value, 5, call="add(2, 3)")
    lab.equal(tell([1], [2]).value, [1, 2], call="add([1], [2])")
    lab.equal(tell(Left(), Right()).value, "left", call="the answer, when both classes have one,")
    outcome = tell(Left(0), 0.5)
    lab.true(outcome.error is None and outcome.value == 0,
             f"The left __add__ returned 0, and add gave {outcome.error or outcome.value!r}.", reply="falsy_result")
    lab.true(isinstance(tell(Wildcard(), 1).value, Wildcard), "The left __add__ returned an object that equals "
             "everything, and add did not take it for the result.", reply="falsy_result")


@lab.check("the right class is asked when the left one gives up or has no __add__")
def right():
    for a, b, expected in ((2, 0.5, 2.5), (Left(NotImplemented), Right(), "right"), (None, Right(), "right")):
        call = f"add({type(a).__name__}, ...)"
        outcome = tell(a, b)
        lab.true(outcome.value is not NotImplemented, f"{call} returned NotImplemented.",
                 reply="not_implemented_leaks")
        lab.true(not isinstance(outcome.error, AttributeError), f"{call} raised {outcome.error!r}.",
                 reply="missing_method")
        lab.true(outcome.error is None, f"{call} raised {outcome.error!r}.",
                 reply="no_reflected" if isinstance(outcome.error, TypeError) else None)
        lab.equal(outcome.value, expected, call=call)


@lab.check("the class is asked and not the object")
def by_class():
    one, other = Left(), Right()
    one.__add__ = other.__radd__ = lambda _: "object"
    for a, b, expected in ((one, 1, "left"), (None, other, "right")):
        value = tell(a, b).value
        lab.equal(value, expected, call="add with an object that has a method of its own",
                  reply="asks_object" if value == "object" else None)


@lab.check("if nobody can, it is a TypeError")
def nobody():
    for a, b in ((object(), object()), (2, None), (None, 2), (2, Right(NotImplemented))):
        outcome = tell(a, b)
        lab.true(isinstance(outcome.error, TypeError), f"add of {type(a).__name__} and {type(b).__name__} gave "
                 f"{outcome.error or outcome.value!r}, not a TypeError.",
                 reply="not_implemented_leaks" if outcome.value is NotImplemented else None)


@lab.check("an exception of the method itself reaches the caller")
def own_exception():
    for a, b in ((Broken(), Right()), (None, Broken())):
        outcome = tell(a, b)
        lab.true(isinstance(outcome.error, ValueError), "The method that was asked raised a ValueError, and add gave "
                 f"{outcome.error or outcome.value!r}.", reply="swallows")


@lab.check("it is done without Python's own addition")
def by_hand():
    value = tell(Watched(), 1).value
    lab.equal(value, "asked by name", call="add, when the class tells whether it was asked by name,",
              reply="operator" if value == "added by Python" else None)
