"""Checks for money-operators, one or two for each part of the task."""
import operator

import lab


def parts(value):
    return (getattr(value, "cents", value), getattr(value, "currency", None))


def compute(action, text, reply=None):
    outcome = lab.calls(action)
    lab.true(outcome.error is None, f"{text} raised {outcome.error!r}.", reply=reply)
    return parts(outcome.value)


def two():
    main = lab.load()
    return main, main.Money(700, "EUR"), main.Money(250, "EUR")


@lab.check("1: money is added, subtracted and negated")
def step_1():
    main, m, n = two()
    lab.equal(compute(lambda: m + n, "m + n"), (950, "EUR"), call="7 EUR + 2.50 EUR")
    lab.equal((parts(m), parts(n)), ((700, "EUR"), (250, "EUR")), call="m and n after m + n", reply="changes_operand")
    lab.equal(compute(lambda: m - n, "m - n"), (450, "EUR"), call="7 EUR - 2.50 EUR")
    lab.equal(compute(lambda: -m, "-m"), (-700, "EUR"), call="-m")
    lab.equal((parts(m), parts(n)), ((700, "EUR"), (250, "EUR")), call="m and n afterward", reply="changes_operand")


@lab.check("1: different currencies are a ValueError")
def currencies():
    main, m, _ = two()
    other = main.Money(1, "USD")
    for sign in (operator.add, operator.sub, operator.truediv):
        lab.raises(ValueError, sign, m, other, call=f"{sign.__name__} of EUR and USD", reply="currencies")


@lab.check("2: money is multiplied from both sides, by ints")
def step_2():
    _, m, _ = two()
    lab.equal(compute(lambda: m * 3, "m * 3"), (2100, "EUR"), call="m * 3")
    lab.equal(compute(lambda: 3 * m, "3 * m", "not_reflected"), (2100, "EUR"), call="3 * m", reply="not_reflected")
    lab.raises(TypeError, operator.mul, m, 0.5, call="m * 0.5", reply="float_cents")
    lab.raises(TypeError, operator.mul, m, m, call="m * m")


@lab.check("3: money is divided by money and by ints")
def step_3():
    _, m, n = two()
    lab.equal(compute(lambda: m / n, "m / n"), (2.8, None), call="7 EUR / 2.50 EUR")
    found = compute(lambda: m // 3, "m // 3")
    lab.true(isinstance(found[0], int), f"m // 3 has {found[0]!r} cents.", reply="float_cents")
    lab.equal(found, (233, "EUR"), call="m // 3")
    lab.equal(compute(lambda: -m // 3, "-m // 3"), (-234, "EUR"), call="-m // 3, rounded down to more debt,")
    lab.raises(TypeError, operator.floordiv, m, 0.5, call="m // 0.5", reply="float_cents")


@lab.check("4: sum works, and no other number can be added")
def step_4():
    _, m, n = two()
    lab.equal(compute(lambda: sum([m, n, n]), "sum([m, n, n])", "no_sum"), (1200, "EUR"), call="sum([m, n, n])")
    lab.raises(TypeError, operator.add, 5, m, call="5 + m", reply="any_number")
    lab.raises(TypeError, operator.add, m, 5, call="m + 5", reply="any_number")


@lab.check("5: += makes a new object")
def step_5():
    _, m, n = two()
    before = m
    m += n
    lab.equal(parts(m), (950, "EUR"), call="m after m += n")
    lab.equal(parts(before), (700, "EUR"), call="the object that m was before", reply="changes_operand")


class Voucher:
    """A foreign type that knows what to do with money."""

    def _answer(self, other):
        return "voucher"
    __radd__ = __rsub__ = __rmul__ = __rtruediv__ = __rfloordiv__ = _answer


@lab.check("6: a foreign operand gets its chance")
def step_6():
    _, m, _ = two()
    for sign in (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv):
        outcome = lab.calls(sign, m, Voucher())
        lab.true(outcome.value == "voucher", f"{sign.__name__} of money and a foreign object that has the reflected "
                 f"method gave {outcome.error or outcome.value!r}.", reply="raises_itself")
        lab.raises(TypeError, sign, m, object(), call=f"{sign.__name__} of money and an object", reply="raises_itself")
