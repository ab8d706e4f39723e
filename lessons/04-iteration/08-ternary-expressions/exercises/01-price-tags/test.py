"""Checks for price-tags."""
import lab

PRICES = [9.5, None, 0, 100, 50]


def ask(name, *args):
    outcome = lab.calls(getattr(lab.load(), name), list(PRICES), *args)
    lab.true(not isinstance(outcome.error, TypeError), f"{name}({PRICES}) raised {outcome.error!r}.",
             reply="compared_none")
    lab.true(outcome.error is None, f"{name}({PRICES}) raised {outcome.error!r}.")
    lab.true(isinstance(outcome.value, list), f"{name} returned {outcome.value!r}, no list.")
    return outcome.value


@lab.check("tags has a text for each price")
def texts():
    found = ask("tags")
    reply = None
    if len(found) < 5:
        reply = "dropped"
    elif found[2] == "ask us":
        reply = "zero_is_missing"
    elif found[1:3] == ["ask us", "free"]:
        reply = "wrong_format"
    lab.equal(found, ["9.50", "ask us", "free", "100.00", "50.00"], call=f"tags({PRICES})", reply=reply)


@lab.check("reduced keeps every price and halves the high ones")
def halves():
    found = ask("reduced", 50)
    lab.equal(found, [9.5, None, 0, 50.0, 50], call=f"reduced({PRICES}, 50)",
              reply="dropped" if len(found) < 5 else None)


@lab.check("affordable drops what is unknown or too expensive")
def drops():
    found = ask("affordable", 50)
    reply = "not_dropped" if len(found) > 3 else "zero_is_missing" if 0 not in found else None
    lab.equal(found, [9.5, 0, 50], call=f"affordable({PRICES}, 50)", reply=reply)
    lab.equal(ask("affordable", -1), [], call=f"affordable({PRICES}, -1)")
