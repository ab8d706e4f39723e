"""Checks for override-attributes."""
import lab


class Config:
    port = 80
    debug = False

    def __init__(self):
        self.host = "localhost"
        self.proxy = None


@lab.check("attributes are changed and put back")
def back():
    config = Config()
    undo = lab.calls(lab.load().override, config, host="example.org").value
    lab.equal(config.host, "example.org", call="config.host after override")
    lab.true(callable(undo), f"override(config, host='example.org') gave {undo!r}, and should give a function.")
    undo()
    lab.equal(config.host, "localhost", call="config.host after undo()")
    config.x = 1
    outcome = lab.calls(lab.load().override, config, x=2)
    lab.true(outcome.error is None, f"override of an attribute x raised {outcome.error!r}.")
    lab.equal(config.x, 2, call="config.x after override")


@lab.check("what the class had is the class's again")
def from_class():
    config = Config()
    undo = lab.load().override(config, port=8080, host="example.org")
    lab.equal((config.port, Config.port), (8080, 80), call="the ports of the object and of its class")
    undo()
    lab.equal(vars(config), {"host": "localhost", "proxy": None}, call="vars(config) after undo()",
              reply="class_leaked")


@lab.check("an attribute that is None comes back")
def none():
    config = Config()
    lab.load().override(config, proxy="p")()
    lab.equal(vars(config), {"host": "localhost", "proxy": None}, call="vars(config) after undo()", reply="none_lost")


@lab.check("an unknown name changes nothing")
def unknown():
    config = Config()
    error = lab.calls(lab.load().override, config, host="h", prot=1).error
    lab.true(isinstance(error, AttributeError), f"override with an unknown name gave {error!r}.", reply="unknown")
    lab.equal(vars(config), {"host": "localhost", "proxy": None}, call="vars(config) after a refused override",
              reply="half_done")
