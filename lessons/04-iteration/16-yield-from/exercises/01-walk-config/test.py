"""Checks for walk-config."""
import lab

CONFIG = {"name": "web", "log": {"level": "info", "to": {"file": None}}, "debug": False}


def settings(config):
    outcome = lab.calls(lambda: list(lab.load().settings(config)))
    if isinstance(outcome.error, AttributeError) and "items" in str(outcome.error):
        lab.fail(f"settings({config!r}) raised {outcome.error!r}.", reply="lists_too")
    lab.true(outcome.error is None, f"settings({config!r}) raised {outcome.error!r}.")
    return outcome.value


@lab.check("the leaves of a dictionary come with their keys")
def flat():
    found = settings({"name": "web", "port": 80, "debug": None})
    reply = None
    if any(str(it[0]).startswith(".") for it in found):
        reply = "leading_point"
    elif len(found) > 3:
        reply = "text_is_leaf"
    lab.equal(found, [("name", "web"), ("port", 80), ("debug", None)],
              call="list(settings({'name': 'web', 'port': 80, 'debug': None}))", reply=reply)


@lab.check("inner dictionaries are walked, at any depth")
def nested():
    found = settings(CONFIG)
    reply = None
    if any(hasattr(it, "__next__") for it in found):
        reply = "hands_out_generators"
    elif len(found) < 4:
        reply = "not_passed_on"
    lab.equal(found, [("name", "web"), ("log.level", "info"), ("log.to.file", None), ("debug", False)],
              call=f"list(settings({CONFIG!r}))", reply=reply)


@lab.check("lists are walked, with positions")
def lists():
    found = settings({"ports": [80, [], {"tls": 443}], "none": {}})
    lab.equal(found, [("ports.0", 80), ("ports.2.tls", 443)],
              call="list(settings({'ports': [80, [], {'tls': 443}], 'none': {}}))", reply="lists_too")
    lab.equal(settings(["a", ["b"]]), [("0", "a"), ("1.0", "b")], call="list(settings(['a', ['b']]))",
              reply="lists_too")


@lab.check("the first setting comes before the rest is looked at")
def lazy():
    class Watched(dict):
        looks = 0

        def items(self):
            Watched.looks += 1
            return super().items()

        def __iter__(self):
            Watched.looks += 1
            return super().__iter__()

    it = lab.load().settings({"first": 1, "rest": Watched(a=2)})
    found = lab.calls(next, iter(it)).value
    lab.equal(found, ("first", 1), call="the first setting")
    lab.true(Watched.looks == 0, "When the first setting came, the ones after it had been looked at.",
             reply="all_at_once")
