"""Checks for layered-lookup."""
import lab


class Wildcard:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    __hash__ = None


def found(layers, key, expected, reply):
    outcome = lab.calls(lab.load().lookup, layers, key)
    lab.true(outcome.error is None and outcome.value is expected,
             f"lookup({layers!r}, {key!r}) should give {expected!r}, but gave "
             f"{outcome.error or outcome.value!r}.", reply=reply)


@lab.check("the first layer that has the key wins, also with 0 or an empty text")
def first_layer():
    found([{}, {"port": 80}, {"port": 8080}], "port", 80, None)
    found([{"port": 0}, {"port": 80}], "port", 0, "falsy_lost")
    found([{"host": ""}, {"host": "local"}], "host", "", "falsy_lost")


@lab.check("a stored None is a find")
def stored_none():
    found([{"proxy": None}, {"proxy": "corp"}], "proxy", None, "none_lost")


@lab.check("a default is returned if no layer has the key, None included")
def defaults():
    for default in (443, 0, None):
        outcome = lab.calls(lab.load().lookup, [{}, {"host": "a"}], "port", default)
        lab.true(outcome.error is None, f"lookup([{{}}, {{'host': 'a'}}], 'port', {default!r}) raised "
                 f"{outcome.error!r}.", reply="none_default")
        lab.equal(outcome.value, default, call=f"lookup of a missing key with default {default!r}")


@lab.check("without a default a missing key is a KeyError")
def no_default():
    error = lab.raises(KeyError, lab.load().lookup, [{}, {"host": "a"}], "port")
    lab.equal(error.args, ("port",), call="the arguments of the KeyError")


@lab.check("an object that claims to equal everything is found and returned, also as the default")
def claims_equality():
    wild = Wildcard()
    outcome = lab.calls(lab.load().lookup, [{"rule": wild}], "rule")
    lab.true(outcome.error is None and outcome.value is wild,
             "The layer holds an object whose == always says True, and lookup did not find it.",
             reply="equality_asked")
    outcome = lab.calls(lab.load().lookup, [{}], "rule", wild)
    lab.true(outcome.value is wild, "The default is an object whose == always says True. No layer has the key, and lookup "
             f"gave {outcome.error or outcome.value!r}.", reply="equality_asked")
