"""Checks for battery."""
import lab


def made(capacity=2000, charge=1000):
    return lab.load().Battery(capacity, charge)


def near(value, expected, what, reply=None):
    close = isinstance(value, (int, float)) and abs(value - expected) < 1e-6
    lab.true(close, f"{what} should be {expected}, but it is {value!r}.", reply=reply)


@lab.check("charge and percent can be read")
def read():
    battery = made()
    near(battery.capacity, 2000, "The capacity of Battery(2000, 1000)")
    near(battery.charge, 1000, "The charge of Battery(2000, 1000)")
    near(battery.percent, 50, "percent of Battery(2000, 1000)")


@lab.check("percent follows the charge")
def follows():
    battery = made()
    battery.charge = 500
    near(battery.percent, 25, "percent after charge = 500, of 2000,", reply="stale_percent")


@lab.check("percent is not rounded")
def exact():
    found = made(3000, 1000).percent
    whole = isinstance(found, int) or found == 33.0
    near(found, 100 / 3, "percent of Battery(3000, 1000)", reply="rounded" if whole else None)


@lab.check("the charge follows percent")
def percent():
    battery = made()
    battery.percent = 10
    near(battery.charge, 200, "The charge after percent = 10, of 2000,")


@lab.check("the charge has limits")
def limits():
    battery = made()
    for value in (-1, 2001):
        lab.raises(ValueError, setattr, battery, "charge", value)
        near(battery.charge, 1000, f"The charge after the refused {value}")
    battery.charge = 0
    battery.charge = 2000
    near(battery.charge, 2000, "The charge after charge = 2000")


@lab.check("they hold from the start")
def start():
    for charge in (-1, 2001):
        error = lab.calls(made, 2000, charge).error
        lab.true(isinstance(error, ValueError), f"Battery(2000, {charge}) gave {error!r}, not a ValueError.",
                 reply="unchecked_start")


@lab.check("they hold for percent")
def around():
    battery = made()
    for value in (-1, 101):
        error = lab.calls(setattr, battery, "percent", value).error
        lab.true(isinstance(error, ValueError), f"percent = {value} gave {error!r}, not a ValueError.",
                 reply="around_check")


@lab.check("is_low is below 20 percent")
def low():
    lab.equal([made(1000, charge).is_low for charge in (190, 200, 1000)], [True, False, False],
              call="is_low at 19, 20 and 100 percent")


@lab.check("capacity and is_low are read-only")
def read_only():
    for name in ("capacity", "is_low"):
        error = lab.calls(setattr, made(), name, 1).error
        lab.true(isinstance(error, AttributeError), f"An assignment to {name} gave {error!r}, not an AttributeError.",
                 reply="writable")
