"""Checks for parse-trip."""
import lab

TRIPS = [
    ("ana;Oslo;Voss;Bergen;463.5", ("ana", "Oslo", ["Voss"], "Bergen", 463.5)),
    ("bo;Oslo;Moss;60", ("bo", "Oslo", [], "Moss", 60.0)),
    ("cy;a;b;c;d;e;f;9", ("cy", "a", ["b", "c", "d", "e"], "f", 9.0)),
]


@lab.check("parse_trip takes any number of stops")
def any_number():
    for line, expected in TRIPS:
        outcome = lab.calls(lab.load().parse_trip, line)
        lab.true(outcome.error is None, f"parse_trip({line!r}) raised {outcome.error!r}.",
                 reply="fixed_number")
        lab.true(isinstance(outcome.value, tuple) and len(outcome.value) == 5,
                 f"parse_trip({line!r}) returned {outcome.value!r}, no tuple of five values.")
        lab.equal(list(outcome.value[2]), expected[2], call=f"the stops of {line!r}")


@lab.check("parse_trip returns five values: texts, a list, and a number")
def five_values():
    for line, expected in TRIPS:
        value = lab.load().parse_trip(line)
        lab.true(isinstance(value[2], list), f"The stops of {line!r} are {value[2]!r}.",
                 reply="not_a_list")
        lab.true(not isinstance(value[-1], str), f"The kilometers of {line!r} are {value[-1]!r}.",
                 reply="km_is_text")
        lab.equal(value, expected, call=f"parse_trip({line!r})")


@lab.check("a line with too few fields raises a ValueError")
def too_few():
    for line in ("ana;Oslo;5", "ana"):
        outcome = lab.calls(lab.load().parse_trip, line)
        lab.true(isinstance(outcome.error, ValueError), f"parse_trip({line!r}) should raise a "
                 f"ValueError, but there was {outcome.error or outcome.value!r}.", reply="too_short")


@lab.check("swap_ends swaps the ends of the very list it is given")
def swaps():
    main = lab.load()
    for items, expected in [([1, 2, 3], [3, 2, 1]), (["a", "b"], ["b", "a"]), ([7], [7])]:
        before = list(items)
        outcome = lab.calls(main.swap_ends, items)
        lab.true(outcome.error is None, f"swap_ends({before}) raised {outcome.error!r}.")
        reply = "lost_value"
        if items == before:
            reply = "rebinds"
        lab.equal(items, expected, call=f"the list {before} after swap_ends", reply=reply)
