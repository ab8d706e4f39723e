"""Checks for fare-rules."""
import lab


class Times:
    """A rule that the learner has never seen."""

    def __init__(self, factor):
        self.factor = factor

    def apply(self, price):
        return price * self.factor


@lab.check("Fare has no subclasses")
def no_subclasses():
    main = lab.load()
    if main.Fare.__subclasses__():
        lab.fail("There are subclasses of Fare.", reply="still_subclasses")


@lab.check("a fare applies Student and Night")
def known():
    main = lab.load()
    lab.equal(main.Fare(400).price(), 400, call="Fare(400).price()")
    lab.equal(main.Fare(401, main.Student()).price(), 200, call="Fare(401, Student()).price()")
    lab.equal(main.Fare(400, main.Night()).price(), 550, call="Fare(400, Night()).price()")


@lab.check("the rules run in the order given")
def order():
    main = lab.load()
    first = main.Fare(400, main.Student(), main.Night()).price()
    second = main.Fare(400, main.Night(), main.Student()).price()
    if (first, second) == (275, 350):
        lab.fail("The price is that of the opposite order.", reply="wrong_order")
    lab.equal(first, 350, call="Fare(400, Student(), Night()).price()")
    lab.equal(second, 275, call="Fare(400, Night(), Student()).price()")


@lab.check("price() gives the same each time")
def again():
    main = lab.load()
    night = main.Fare(400, main.Night())
    prices = [night.price() for _ in range(3)]
    lab.equal(prices, [550, 550, 550], call="price(), asked three times,", reply="spends")


@lab.check("anything with apply is a rule")
def any_rule():
    main = lab.load()
    outcome = lab.calls(lambda: main.Fare(100, Times(3), Times(2)).price())
    if outcome.error is not None or outcome.value != 600:
        lab.fail("A rule of another class, which triples a price, is not applied.", reply="known_rules")


@lab.check("two fares do not share their rules")
def apart():
    main = lab.load()
    one, two = main.Fare(100, Times(2)), main.Fare(100, Times(5))
    if (one.price(), two.price()) != (200, 500):
        lab.fail("A second fare changed the first one.", reply="shared")


@lab.check("with_rule makes a new fare and keeps the old one")
def new_fare():
    main = lab.load()
    plain = main.Fare(300)
    night = plain.with_rule(main.Night())
    lab.equal(night.price(), 450, call="Fare(300).with_rule(Night()).price()")
    if plain.price() != 300 or night is plain:
        lab.fail("Afterwards the old fare costs something else.", reply="mutates")
    both = night.with_rule(main.Student())
    lab.equal(both.price(), 225, call="the fare with Night() and then Student()")
