"""Checks for money-constructors."""
import inspect

import lab

AMOUNTS = ["19.99", "0.05", "100.00"]
OTHERS = ["19.9", "19.999", ".99", "1.-5", "-1.00", "x.99", "1.2.34", "19", "19.99\n", ""]


@lab.check("valid knows amounts")
def valid():
    money = lab.load().Money
    for text in AMOUNTS + OTHERS:
        outcome = lab.calls(money.valid, text)
        lab.true(outcome.error is None, f"Money.valid({text!r}) raised {outcome.error!r}.")
        lab.equal(outcome.value, text in AMOUNTS, call=f"Money.valid({text!r})")


@lab.check("valid works on an instance")
def instance():
    money = lab.load().Money
    outcome = lab.calls(money(1).valid, "19.99")
    lab.true(outcome.error is None and outcome.value is True,
             f"Money(1).valid('19.99') gave {outcome.error or outcome.value!r}.", reply="bound_static")
    lab.true(isinstance(inspect.getattr_static(money, "valid"), staticmethod), "Money.valid is no static method.")


@lab.check("parse makes amounts, to the cent")
def parse():
    money = lab.load().Money
    for text, cents in [("19.99", 1999), ("0.29", 29), ("1.15", 115), ("0.05", 5), ("100.00", 10000)]:
        got = money.parse(text).cents
        a_cent_off = isinstance(got, (int, float)) and abs(got - cents) <= 1
        lab.equal(got, cents, call=f"Money.parse({text!r}).cents", reply="float_cents" if a_cent_off else None)
    lab.raises(ValueError, money.parse, "19,99")


@lab.check("total adds up")
def total():
    money = lab.load().Money
    lab.equal(money.total(map(money, [1, 20, 300])).cents, 321, call="Money.total of 1, 20 and 300 cents")
    lab.equal(money.total([]).cents, 0, call="Money.total([])")


@lab.check("subclasses make instances of their own")
def subclass():
    money = lab.load().Money
    euro = type("Euro", (money,), {})
    lab.equal(type(euro.parse("1.00")).__name__, "Euro", call="the type of Euro.parse('1.00')", reply="fixed_class")
    lab.equal(type(euro.total([money(1)])).__name__, "Euro", call="the type of Euro.total(...)", reply="fixed_class")


@lab.check("parse obeys the subclass's valid")
def stricter():
    money = lab.load().Money
    small = type("Small", (money,), {"valid": staticmethod(lambda text: text == "1.00")})
    lab.equal(small.parse("1.00").cents, 100, call="Small.parse('1.00').cents")
    error = lab.calls(small.parse, "2.00").error
    lab.true(isinstance(error, ValueError), f"With a valid that allows only '1.00', parse('2.00') gave {error!r}.",
             reply="own_rule")
