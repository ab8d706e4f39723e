"""Checks for close-meter."""
import lab


@lab.check("there is no __del__")
def no_del():
    lab.true(not hasattr(lab.load().Meter, "__del__"), "Meter has a __del__.", reply="relies_on_del")


@lab.check("with gives the meter and closes it at the end")
def closes():
    log = []
    meter = lab.load().Meter(log)
    with meter as given:
        lab.equal(log, [], call="the log in the block")
        lab.true(given is meter, f"with ... as gave {given!r}.", reply="wrong_enter")
    lab.equal(log, ["closed"], call="the log after the block")


@lab.check("a failing block closes it too, and its exception goes on")
def fails():
    log, reached = [], False
    try:
        with lab.load().Meter(log):
            raise ValueError("in the block")
    except ValueError:
        reached = True
    lab.equal(log, ["closed"], call="the log after the failing block")
    lab.true(reached, "The ValueError of the block did not arrive.", reply="swallows")


@lab.check("closing again does nothing")
def twice():
    log = []
    with lab.load().Meter(log) as meter:
        meter.close()
        lab.equal(log, ["closed"], call="the log after close()")
    meter.close()
    lab.equal(log, ["closed"], call="the log after three closings", reply="closes_twice")
