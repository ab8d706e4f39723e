"""Checks for fahrenheit-readings."""
import ast
import lab


def fahrenheit(lines, reply=None):
    outcome = lab.calls(lab.load().fahrenheit, lines)
    lab.true(outcome.error is None, f"fahrenheit({lines!r}) raised {outcome.error!r}.", reply=reply)
    lab.true(isinstance(outcome.value, list), f"fahrenheit returned {outcome.value!r}, no list.")
    return outcome.value


@lab.check("the readings are converted, in order")
def converts():
    found = fahrenheit(["20", "-10.0", "20"])
    lab.equal(found, [68.0, 14.0, 68.0], call="fahrenheit(['20', '-10.0', '20'])",
              reply="still_celsius" if found == [20.0, -10.0, 20.0] else None)


@lab.check("blank lines and comments leave no trace")
def skips():
    for lines in (["20", "   ", "", "\t"], ["20", ""]):
        found = fahrenheit(lines, reply="blank_line")
        lab.equal(found, [68.0], call=f"fahrenheit({lines!r})",
                  reply="keeps_gaps" if len(found) > 1 else None)
    lab.equal(fahrenheit(["# door open", "20"]), [68.0], call="fahrenheit(['# door open', '20'])")
    lab.equal(fahrenheit(["20", "  # calibrated"], reply="indented_comment"), [68.0],
              call="fahrenheit(['20', '  # calibrated'])")


@lab.check("zero degrees are a reading like any other, and no lines give no readings")
def edges():
    lab.equal(fahrenheit(["0", " 0.0 "]), [32.0, 32.0], call="fahrenheit(['0', ' 0.0 '])")
    lab.equal(fahrenheit(line for line in []), [], call="fahrenheit of no lines")


@lab.check("it is written as a list comprehension")
def comprehension():
    lab.true(lab.uses(lab.tree(), ast.ListComp), "There is no list comprehension in main.py.",
             reply="with_a_loop")
