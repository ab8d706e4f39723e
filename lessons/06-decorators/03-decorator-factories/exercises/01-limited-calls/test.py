"""Checks for limited-calls."""
import lab


def allowed(decorate, *, reply):
    """Decorate a function; return it, or fail with the reply."""
    def pay(amount, *, currency="EUR"):
        return f"{amount} {currency}"
    outcome = lab.calls(decorate, pay)
    lab.true(outcome.error is None and callable(outcome.value),
             f"Decorating gave {outcome.error or outcome.value!r}.", reply=reply)
    return outcome.value


def count(function):
    """Call until it raises; return how many calls went through."""
    for number in range(9):
        outcome = lab.calls(lambda: function(number, currency="CHF"))
        if isinstance(outcome.error, RuntimeError):
            return number
        if outcome.error or outcome.value != f"{number} CHF":
            return f"{outcome.error or outcome.value!r}"
    return "no limit"


@lab.check("@limited allows one call")
def bare():
    function = allowed(lab.load().limited, reply="no_parentheses")
    found = count(function)
    lab.true(found != "no limit", "After nine calls there was no limit.", reply="resets")
    lab.true(found == 1, f"A function under @limited allowed {found} calls.", reply="no_parentheses")


@lab.check("@limited() and @limited(calls=...) allow as many as they say")
def with_arguments():
    limited = lab.load().limited
    outcome = lab.calls(limited)
    lab.true(outcome.error is None and callable(outcome.value),
             f"limited() gave {outcome.error or outcome.value!r}.", reply="empty_parentheses")
    lab.equal(count(allowed(outcome.value, reply="empty_parentheses")), 1, call="The number of calls under @limited()")
    for calls in (1, 3):
        function = allowed(limited(calls=calls), reply="empty_parentheses")
        lab.equal(count(function), calls, call=f"The number of calls under @limited(calls={calls})", reply="resets")


@lab.check("each function has a count of its own")
def own_count():
    two = lab.load().limited(calls=2)
    one, other = allowed(two, reply=None), allowed(two, reply=None)
    count(one)
    lab.equal(count(other), 2, call="The number of calls of a second function under the same decorator",
              reply="shared_count")


@lab.check("a wrong value is reported while decorating")
def checks():
    limited = lab.load().limited
    for calls in (0, -1):
        outcome = lab.calls(lambda: limited(calls=calls)(count))
        lab.true(isinstance(outcome.error, ValueError), f"Decorating by limited(calls={calls}) gave "
                 f"{outcome.error or outcome.value!r}.", reply="checks_late")


@lab.check("the decorated function keeps its name")
def named():
    limited = lab.load().limited
    for decorate in (limited, limited(calls=2)):
        lab.equal(allowed(decorate, reply=None).__name__, "pay", call="The name", reply="name_lost")
