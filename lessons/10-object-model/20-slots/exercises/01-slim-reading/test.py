"""Checks for slim-reading."""
import lab


@lab.check("a Reading has no dictionary")
def base():
    reading = lab.load().Reading(1, 20.5)
    lab.equal((reading.time, reading.value), (1, 20.5), call="time and value of Reading(1, 20.5)")
    lab.true(not hasattr(reading, "__dict__"), "A Reading has a `__dict__`.", reply="base")


@lab.check("a Checked reading has no dictionary")
def subclass():
    main = lab.load()
    reading = main.Checked(1, 20.5, "Ada")
    lab.true(isinstance(reading, main.Reading), "A Checked is not a Reading.")
    lab.equal((reading.time, reading.value, reading.checker), (1, 20.5, "Ada"), call="the attributes of a Checked")
    lab.true(not hasattr(reading, "__dict__"), "A Checked has a `__dict__`.", reply="subclass")


@lab.check("each slot is declared once")
def once():
    main = lab.load()
    again = {"time", "value"} & set(vars(main.Checked))
    lab.true(not again, "Checked declares slots of its parent again.", reply="again")
