"""Checks for nested-setting."""
import ast
import lab

SETTINGS = {
    "servers": [{"host": "alpha", "port": 0}, {"host": "", "tags": [False, None]}],
    "limits": {"upload": 5},
}


def look_up(path, replies=()):
    call = f"setting(settings, {path!r}, 'none')"
    outcome = lab.calls(lab.load().setting, SETTINGS, path, "none")
    if outcome.error is not None:
        handled = lab.uses(lab.tree(), ast.Try)
        reply = dict(replies).get(type(outcome.error)) if handled else None
        lab.fail(f"{call} raised {outcome.error!r} instead of returning the default.", reply=reply)
    return outcome.value, call


@lab.check("a missing key gives the default, at every depth")
def missing_key():
    for path in (["limits", "download"], ["printers", 0, "host"], ["servers", 0, "name"]):
        value, call = look_up(path, {KeyError: "indexes_only"})
        lab.equal(value, "none", call=call)


@lab.check("a missing index gives the default")
def missing_index():
    for path in (["servers", 7, "host"], ["servers", 1, "tags", 2]):
        value, call = look_up(path, {IndexError: "keys_only"})
        lab.equal(value, "none", call=call)


@lab.check("a setting that is there is returned, whatever its value")
def present():
    for path, expected in ((["servers", 0, "host"], "alpha"), (["limits", "upload"], 5),
                           (["servers", 0, "port"], 0), (["servers", 1, "host"], ""),
                           (["servers", 1, "tags", 0], False), (["servers", 1, "tags", 1], None)):
        value, call = look_up(path)
        lab.true(expected or value != "none", f"{call} returned the default, but the setting is there: "
                 f"its value is {expected!r}.", reply="default_for_empty")
        lab.equal(value, expected, call=call)


@lab.check("an index counted from the end works as in any list")
def from_the_end():
    value, call = look_up(["servers", -2, "host"])
    lab.equal(value, "alpha", call=call, reply="negative_index")


@lab.check("settings of the wrong shape raise a TypeError")
def wrong_shape():
    for path in (["limits", "upload", "host"], ["servers", "host"]):
        lab.raises(TypeError, lab.load().setting, SETTINGS, path, "none",
                   call=f"setting(settings, {path!r}, 'none')", reply="hides_wrong_shape")
