"""Checks for duplicate-order."""
import lab


class Customer:
    """A customer that only these checks know."""


def pair():
    order = {"customer": Customer(), "lines": [{"sku": "lamp", "count": 1}, {"sku": "rug", "count": 2}],
             "currency": "NOK", "rush": 0}
    outcome = lab.calls(lab.load().duplicate, order)
    lab.true(outcome.error is None, f"duplicate(order) raised {outcome.error!r}.")
    lab.true(isinstance(outcome.value, dict), f"duplicate(order) returned {outcome.value!r}.")
    return order, outcome.value


@lab.check("the copy is a new order")
def new():
    order, again = pair()
    lab.true(again is not order, "duplicate(order) is order.", reply="alias")


@lab.check("every entry is there, with equal lines")
def entries():
    order, again = pair()
    lab.equal(sorted(again), sorted(order), call="the keys of the copy", reply="entries_lost")
    for key in ("lines", "currency", "rush"):
        lab.equal(again[key], order[key], call=f"the copy's {key!r}")


@lab.check("lines can be added to the copy, and changed")
def own_lines():
    order, again = pair()
    lab.true(again["lines"] is not order["lines"], "Both orders have one list of lines.", reply="lines_shared")
    again["lines"][0]["count"] = 5
    lab.equal(order["lines"][0]["count"], 1, call="the old count after changing the new one", reply="line_shared")


@lab.check("the customer is the same object")
def customer():
    order, again = pair()
    lab.true(again["customer"] is order["customer"], "The copy has another customer.", reply="customer_copied")
