"""Checks for quote-error: causes are kept, the lookup's context is hidden."""

import json

import lab

BAD = {
    "oops": json.JSONDecodeError,
    "{}": KeyError,
    '{"price": "n/a"}': ValueError,
}


def shown_after(error):
    """Return the exception that a traceback of `error` shows above it."""
    if error.__cause__ is None and error.__suppress_context__:
        return None
    return error.__cause__ or error.__context__


def check_cause(main, payload, kind):
    call = f"price_in_cents({payload!r})"
    error = lab.raises(main.QuoteError, main.price_in_cents, payload, call=call)
    cause, context = error.__cause__, error.__context__
    wanted = f"{call} should raise a QuoteError whose cause is the {kind.__name__}"
    if cause is None and error.__suppress_context__:
        lab.fail(f"{wanted}, but the original is suppressed.", reply="cause_hidden")
    if cause is None and context is None:
        lab.fail(f"{wanted}, but it knows of no other exception.", reply="original_lost")
    if cause is None:
        lab.fail(f"{wanted}, but its __cause__ is None.", reply="implicit_context")
    if cause.__traceback__ is None:
        lab.fail(f"{wanted}, but the cause was never raised.", reply="cause_is_class")
    lab.true(isinstance(cause, kind), f"{wanted}, but it is {cause!r}.")


@lab.check("price_in_cents returns the price of a good quote in cents")
def prices_good_quotes():
    main = lab.load()
    lab.equal(main.price_in_cents('{"price": 3}'), 300, call="price_in_cents('{\"price\": 3}')")
    for payload in BAD:
        lab.raises(main.QuoteError, main.price_in_cents, payload,
                   call=f"price_in_cents({payload!r})")


@lab.check("The cause of a QuoteError is the exception that was caught")
def keeps_the_cause():
    main = lab.load()
    for payload, kind in BAD.items():
        check_cause(main, payload, kind)


@lab.check("A caller's mistake is not turned into a QuoteError")
def lets_bugs_through():
    main = lab.load()
    lab.raises(TypeError, main.price_in_cents, None,
               call="price_in_cents(None)", reply="translates_bugs")


@lab.check("carrier_name raises a QuoteError that names an unknown code")
def names_the_code():
    main = lab.load()
    lab.equal(main.carrier_name("PN"), "PostNord", call="carrier_name('PN')")
    error = lab.raises(main.QuoteError, main.carrier_name, "UPS", call="carrier_name('UPS')")
    lab.true("UPS" in str(error), f"The message should contain UPS, but it is {str(error)!r}.")


@lab.check("A traceback of carrier_name shows the QuoteError alone")
def hides_the_lookup():
    main = lab.load()
    error = lab.raises(main.QuoteError, main.carrier_name, "UPS", call="carrier_name('UPS')")
    above = shown_after(error)
    lab.true(above is None, f"A traceback would also show {above!r}.", reply="noisy_lookup")
