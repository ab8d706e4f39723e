"""Checks for recorded-calls."""

import lab


class Till:
    def __init__(self):
        self.total = 0

    def pay(self, cents, *, tip=0):
        self.total += cents + tip
        return self.total


@lab.check("calls do what they did, and are noted in the list that `as` gives")
def records():
    Recorded = lab.load().Recorded
    till = Till()
    manager = Recorded(till, "pay")
    with manager as calls:
        lab.true(calls is not None, "`as` bound None.", reply="nothing_returned")
        lab.true(isinstance(calls, list), f"`as` bound a {type(calls).__name__}, not a list.",
                 reply="returns_manager" if isinstance(calls, Recorded) else None)
        lab.equal(calls, [], call="the list at the beginning")
        first, second = till.pay(100), till.pay(200, tip=5)
        lab.true((first, second) == (100, 305), f"till.pay(100) and till.pay(200, tip=5) should return 100 and 305, "
                 f"but they returned {first!r} and {second!r}.", reply="result_lost")
        lab.equal(calls, [((100,), {}), ((200,), {"tip": 5})], call="the list after two calls")
    lab.equal(len(calls), 2, call="the length of the list after the block")


@lab.check("a call that fails is noted, too, and the exception goes on")
def failing_call():
    till = Till()
    with lab.load().Recorded(till, "pay") as calls:
        lab.raises(TypeError, till.pay, None, call="till.pay(None)")
    lab.equal(calls, [((None,), {})], call="the list after a call that failed", reply="noted_late")


@lab.check("a method of the class: afterward the object is as it was")
def from_the_class():
    for failure in (None, ValueError("in the block")):
        till = Till()

        def block():
            with lab.load().Recorded(till, "pay") as calls:
                till.pay(1)
                if failure:
                    raise failure

        outcome = lab.calls(block)
        lab.true(outcome.error is failure, f"The block ended with {failure!r}, and {outcome.error!r} came out.")
        left = vars(till).get("pay")
        bound = getattr(left, "__func__", None) is Till.pay
        lab.true(left is None, f"After the block the object has an attribute of its own: {left!r}.",
                 reply="left_in_object" if bound else "not_restored")


@lab.check("an attribute of the object itself: afterward it is the same one")
def own_attribute():
    till = Till()
    own = till.pay = lambda cents: -cents
    with lab.load().Recorded(till, "pay") as calls:
        lab.equal(till.pay(5), -5, call="the call of a function that the object holds itself")
    lab.true(vars(till).get("pay") is own, "The object's own function was not put back.", reply="lost_own")
    lab.equal(calls, [((5,), {})], call="the list")
