# expect: translates_bugs
import json

CARRIERS = {"PN": "PostNord", "DHL": "DHL Express"}


class QuoteError(Exception):
    """A carrier's quote cannot be used."""


def price_in_cents(payload):
    """Return the price of a quote such as '{"price": "12.50"}' in cents."""
    try:
        quote = json.loads(payload)
        return round(float(quote["price"]) * 100)
    except Exception as error:
        raise QuoteError(f"unusable quote: {payload!r}") from error


def carrier_name(code):
    """Return the name of the carrier with this code."""
    try:
        return CARRIERS[code]
    except KeyError:
        raise QuoteError(f"unknown carrier {code!r}") from None
