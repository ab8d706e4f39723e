"""Checks for strict-signatures."""
import lab


@lab.check("move takes overwrite by name, and nothing else has changed")
def moves():
    main = lab.load()
    calls = [(("a", "b"), {"overwrite": True}), ((), {"source": "a", "target": "b", "overwrite": True}),
             (("a",), {"target": "b", "overwrite": True})]
    for args, kwargs in calls:
        outcome = lab.calls(main.move, *args, **kwargs)
        lab.true(outcome.error is None, f"move{args} with {kwargs} raised {outcome.error!r}.",
                 reply="over_strict")
        lab.equal(outcome.value, ["mv", "-f", "a", "b"], call=f"move{args} with {kwargs}")
    lab.equal(main.move("a", "b", overwrite=False), ["mv", "-n", "a", "b"],
              call="move('a', 'b', overwrite=False)")


@lab.check("overwrite cannot be given by position")
def named():
    outcome = lab.calls(lab.load().move, "a", "b", True)
    lab.true(isinstance(outcome.error, TypeError), f"move('a', 'b', True) gave {outcome.value!r}.",
             reply="flag_by_position")


@lab.check("overwrite has to be given")
def required():
    outcome = lab.calls(lab.load().move, "a", "b")
    lab.true(isinstance(outcome.error, TypeError), f"move('a', 'b') gave {outcome.value!r}.",
             reply="still_optional")


@lab.check("clamp takes its arguments by position only")
def clamps():
    main = lab.load()
    for args, expected in (((12, 0, 10), 10), ((-1, 0, 10), 0), ((5, 0, 10), 5)):
        lab.equal(main.clamp(*args), expected, call=f"clamp{args}")
    for kwargs in ({"high": 10}, {"low": 0, "high": 10}):
        args = (12, 0, 10)[:3 - len(kwargs)]
        outcome = lab.calls(main.clamp, *args, **kwargs)
        lab.true(isinstance(outcome.error, TypeError), f"clamp{args} with {kwargs} gave {outcome.value!r}.",
                 reply="clamp_names")


@lab.check("event takes fields of any name")
def events():
    main = lab.load()
    for name in ("user", "kind", "time", "name", "self"):
        outcome = lab.calls(main.event, "login", **{name: "x"})
        lab.true(outcome.error is None, f"event('login', {name}='x') raised {outcome.error!r}.",
                 reply="name_collides")
        lab.equal(outcome.value, {"event": "login", name: "x"}, call=f"event('login', {name}='x')")
