"""Checks for which-scope."""
import lab


def attempt(function, *args, reply, story):
    outcome = lab.calls(function, *args)
    kind = type(outcome.error).__name__
    lab.true(outcome.error is None, f"{story} raised {kind}: {outcome.error}.", reply=reply)
    return outcome.value


@lab.check("add counts in the module")
def adds():
    main = lab.load()
    counts = [attempt(main.add, value, reply="unbound", story=f"add({value})") for value in (4, 2)]
    lab.equal((counts, main.count, main.readings), ([1, 2], 2, [4, 2]),
              call="what two calls of add return, and then count and readings,")


@lab.check("reset empties the list that everybody holds")
def resets():
    main = lab.load()
    held = main.readings
    held += [1, 2]
    attempt(main.reset, reply="unbound", story="reset()")
    lab.equal(main.readings, [], call="readings after reset()", reply="reset_local")
    lab.equal(held, [], call="the list that was in readings before reset()", reply="reset_rebinds")


@lab.check("report gives the smallest and the largest")
def reports():
    main = lab.load()
    for values, expected in (([4, 2, 7], "2..7"), ([5], "5..5"), ([-1, -3], "-3..-1")):
        main.readings[:] = values
        found = attempt(main.report, reply="hidden_builtin", story=f"report() with the readings {values}")
        lab.equal(found, expected, call=f"report() with the readings {values}")


@lab.check("text uses the unit of its own class")
def units():
    main = lab.load()
    lab.equal(attempt(main.Meter().text, 7, reply="class_name", story="Meter().text(7)"), "7 kWh",
              call="Meter().text(7)")

    class Water(main.Meter):
        unit = "l"
    lab.equal(Water().text(7), "7 l", call="the text of a subclass with unit = 'l'", reply="class_name")
