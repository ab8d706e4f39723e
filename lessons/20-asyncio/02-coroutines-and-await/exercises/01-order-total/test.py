"""Checks for order-total: what is awaited, and where the loop is made."""

import asyncio
import inspect

import lab


def judged(outcome, call):
    """Fail with what a forgotten await or a second loop looks like; return the value."""
    error = outcome.error
    text = str(error)
    if isinstance(error, RuntimeError) and "running event loop" in text:
        lab.fail(f"{call} raised {error!r}.", reply="nested_run")
    if isinstance(error, (TypeError, AttributeError)) and "coroutine" in text:
        lab.fail(f"{call} raised {error!r}.", reply="not_awaited")
    if error is not None:
        raise error
    return outcome.value


def total_of(number):
    module = lab.load()

    async def ask():
        found = module.total(number)
        lab.true(inspect.isawaitable(found), f"total({number}) returned {found!r}, which cannot be "
                 "awaited.", reply="plain_total")
        return await found

    return judged(lab.calls(asyncio.run, ask()), f"await total({number})")


def add_customer():
    """Put other data into the shop."""
    import shop

    shop.CUSTOMERS[3] = {"name": "Cleo", "orders": [30, 31, 32]}
    shop.ORDERS.update({30: 100, 31: 50, 32: 5})


@lab.check("await total(1) gives the sum of the orders")
def sums():
    lab.equal(total_of(1), 4250, call="await total(1)")


@lab.check("a customer without orders has the total 0")
def empty():
    lab.equal(total_of(2), 0, call="await total(2)")


@lab.check("main(1) returns the line as text")
def line():
    value = judged(lab.calls(lab.load().main, 1), "main(1)")
    if inspect.iscoroutine(value):
        value.close()
        lab.fail("main(1) returned a coroutine.", reply="main_gives_coroutine")
    lab.true("coroutine" not in str(value), f"main(1) returned {value!r}.", reply="not_awaited")
    lab.equal(value, "Ada: 42.50", call="main(1)")


@lab.check("it works for other customers, and more than once")
def others():
    module = lab.load()
    add_customer()
    for number, wanted in ((3, "Cleo: 1.55"), (2, "Bob: 0.00"), (3, "Cleo: 1.55")):
        value = judged(lab.calls(module.main, number), f"main({number})")
        lab.equal(value, wanted, call=f"main({number})")
