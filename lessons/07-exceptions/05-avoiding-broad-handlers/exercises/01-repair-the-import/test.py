"""Checks for repair-the-import."""
import logging
import lab

PRICES = {"lamp": 40, "desk": 90, "rug": 25}


class Entries(logging.Handler):
    """Keeps what the learner's program logs."""

    def emit(self, record):
        self.records.append(record)


def publish(error, failing=("desk",)):
    sent, entries = [], Entries()
    entries.records = []

    def send(item, price):
        if item in failing:
            raise error
        sent.append(item)

    logging.getLogger().handlers[:] = [entries]
    outcome = lab.calls(lab.load().publish, dict(PRICES), send)
    return outcome, sent, entries.records


@lab.check("parse_price gives None for bad text, and fails for what is not a text")
def parsing():
    parse = lab.load().parse_price
    lab.equal(parse(" 40\n"), 40, call=r"parse_price(' 40\n')")
    lab.equal(parse("4,50"), None, call="parse_price('4,50')")
    for value in (None, ["4"]):
        lab.raises(Exception, parse, value, call=f"parse_price({value!r})", reply="parse_too_wide")


@lab.check("sale_price gives None for an unknown item, and lets failures of discount out")
def selling():
    def broken(price):
        raise error
    sale = lab.load().sale_price
    lab.equal(sale(PRICES, "desk", lambda price: price // 9), 80, call="sale_price for a desk, 10 off")
    lab.equal(sale(PRICES, "sofa", lambda price: 0), None, call="sale_price for an unknown item")
    for error, reply in ((TypeError("bug"), "lookup_too_wide"), (KeyError("vip"), "try_too_big")):
        lab.raises(type(error), sale, PRICES, "lamp", broken, reply=reply,
                   call=f"sale_price with a discount function that raises {error!r}")


@lab.check("publish lists what a lost connection kept from being sent, and sends the rest")
def connection_lost():
    for error in (ConnectionError("reset"), BrokenPipeError()):
        outcome, sent, records = publish(error, failing=("lamp", "desk"))
        lab.true(outcome.error is None and not records and sent == ["rug"],
                 f"After {error!r} for lamp and desk, publish raised {outcome.error!r}, sent {sent} "
                 f"and logged {len(records)} entries.", reply="expected_is_an_error")
        lab.equal(outcome.value, ["lamp", "desk"], call=f"the result of publish when lamp and desk meet {error!r}")


@lab.check("publish lets any other failure out, after logging it with its traceback")
def unexpected():
    for error in (ValueError("negative price"), TimeoutError("no answer")):
        outcome, _, records = publish(error)
        lab.true(outcome.error is error, f"send raised {error!r}, but publish gave "
                 f"{outcome.error or outcome.value!r}.", reply="failure_swallowed")
        good = [r for r in records if r.levelno >= logging.ERROR and r.exc_info and "desk" in r.getMessage()]
        lab.true(len(good) == 1 and good[0].exc_info[1] is error, "publish should log one error entry with the traceback "
                 f"and the item's name, but it logged {[r.getMessage() for r in records]}.", reply="nothing_logged")


@lab.check("Ctrl-C and sys.exit pass through publish, and leave no entry in the log")
def stopping():
    for error in (KeyboardInterrupt(), SystemExit(1)):
        outcome, _, records = publish(error)
        lab.true(outcome.error is error and not records, f"send raised {error!r}; publish gave "
                 f"{outcome.error or outcome.value!r} and logged {len(records)} entries.")
