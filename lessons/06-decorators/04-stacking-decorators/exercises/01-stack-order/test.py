"""Checks for stack-order."""
import lab


def mark(letter):
    def decorate(function):
        return lambda: letter + function()
    return decorate


@lab.check("stacked applies the decorators as a stack of @ lines")
def order():
    stacked = lab.load().stacked
    function = stacked(mark("a"), mark("b"), mark("c"))(lambda: "-")
    lab.equal(function(), "abc-", call="a function under @stacked(a, b, c), each putting its letter in front,",
              reply="wrong_order")


@lab.check("it can be used for several functions")
def again():
    decorate = lab.load().stacked(mark("a"), mark("b"))
    decorate(lambda: "-")
    lab.equal(decorate(lambda: "+")(), "ab+", call="the second function under the same @stacked(a, b)", reply="used_up")


@lab.check("without decorators the function stays")
def nothing():
    def function():
        return 1
    outcome = lab.calls(lambda: lab.load().stacked()(function))
    lab.true(outcome.value is function, f"stacked()(function) gave {outcome.error or outcome.value!r}.",
             reply="no_decorators")


@lab.check("balance is an audited property")
def balances():
    main = lab.load()
    found = main.Account(250).balance
    lab.equal(found, 2.5, call="Account(250).balance", reply="property_lost")
    lab.equal(main.audit, ["balance"], call="audit after that", reply="not_audited")


@lab.check("empty is an audited class method, also for subclasses")
def empties():
    main = lab.load()

    class Savings(main.Account):
        pass
    outcome = lab.calls(lambda: Savings.empty())
    lab.true(type(outcome.value) is Savings, f"Savings.empty() gave {outcome.error or outcome.value!r}.",
             reply="classmethod_broken")
    lab.equal(main.audit, ["empty"], call="audit after that", reply="not_audited")


@lab.check("is_valid is an audited static method")
def valid():
    main = lab.load()
    found = [lab.calls(lambda: thing.is_valid(1)) for thing in (main.Account, main.Account(1))]
    lab.true([each.value for each in found] == [True, True], "Account.is_valid(1) and Account(1).is_valid(1) gave "
             f"{[each.error or each.value for each in found]}.", reply="staticmethod_broken")
    lab.equal(main.audit, ["is_valid"] * 2, call="audit after that", reply="not_audited")
