"""Checks for debugger-session: sessions replayed over several days, and the repair."""

import bdb
import contextlib
import io
import pdb

import lab


class Session(pdb.Pdb):
    def __init__(self, commands):
        lines = "".join(f"{command}\n" for command in commands)
        super().__init__(stdin=io.StringIO(lines), stdout=io.StringIO(), nosigint=True, readrc=False)


def replayed(which, n_orders, generous, broken=None):
    """Return (transcript, bad order, its bad line) of a session over a day's orders."""
    main = lab.load()
    import billing  # the module that main uses

    billing.ORDERS = billing.make_orders(n_orders, generous, broken)
    bad = broken if which == "POST_MORTEM" else generous
    order = billing.ORDERS[bad]
    bdb.Breakpoint.clearBreakpoints()  # they are kept by the class
    session = Session(getattr(main, which))
    with contextlib.redirect_stdout(io.StringIO()):
        if which == "HUNT":
            session.runcall(billing.main)
        else:
            outcome = lab.calls(billing.main)
            session.reset()
            session.interaction(None, outcome.error)
    others = [it["id"] for it in billing.ORDERS if it is not order]
    return session.stdout.getvalue(), order, order["lines"][2 if broken == bad else 1], others


def check_session(which, *day, reply=None):
    text, order, line, others = replayed(which, *day)
    shown = f"It is:\n{text}"
    if sum(f"'{other}'" in text for other in others) > 3:
        lab.fail(f"The transcript of {which} should show one order. {shown}",
                 reply="prints_everything")
    if "*** NameError" in text and repr(line) in text:
        lab.fail(f"In the transcript of {which}, a name is not defined. {shown}",
                 reply="wrong_frame")
    lab.true(repr(line) in text, f"The transcript of {which} should show {line}. {shown}",
             reply=reply or typical(which, text))
    lab.true(repr(order["id"]) in text,
             f"The transcript of {which} should show {order['id']!r}. {shown}", reply=reply)


def typical(which, text):
    """Return the reply for a session that does not arrive, or None."""
    if which == "POST_MORTEM":
        return "runs_the_dead" if text.count("(Pdb) ") == 1 else None
    if "Breakpoint 1" not in text:
        return None
    if "line_total()" not in text and "billing.py:28" in text:
        return "line_not_run_yet"
    if "line_total()" not in text:
        return "never_continues"
    first = "{'article': 'lamp', 'price': 10, 'count': 1}"
    return "condition_too_early" if first in text else None


@lab.check("Step 1: HUNT shows the line and the order with a negative amount")
def hunts():
    check_session("HUNT", 40, 23)


@lab.check("Step 1: HUNT finds the negative amount of other days")
def hunts_on_other_days():
    for day in [(30, 0), (60, 51), (25, 24)]:
        check_session("HUNT", *day, reply="counts_stops")


@lab.check("Step 2: POST_MORTEM shows the line and the order of the TypeError")
def examines():
    for day in [(40, 35, 12), (20, 1, 19), (20, 2, 0)]:
        check_session("POST_MORTEM", *day)


@lab.check("Step 3: line_total mends both, and nothing else")
def mends():
    main = lab.load()
    lines = [
        ({"price": 20, "count": 1, "voucher": 50}, 0),
        ({"price": None, "count": 3}, 0),
        ({"price": None, "count": 3, "voucher": 5}, 0),
        ({"price": 20, "count": 3, "voucher": 10}, 50),
        ({"price": 20, "count": 3}, 60),
    ]
    for line, wanted in lines:
        found = lab.calls(main.line_total, line)
        lab.true(found.value == wanted, f"line_total({line}) should be {wanted}, but there was "
                 f"{found.error or found.value!r}.")
