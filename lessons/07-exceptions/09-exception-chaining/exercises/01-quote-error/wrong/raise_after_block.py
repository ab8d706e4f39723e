# expect: original_lost
import json

CARRIERS = {"PN": "PostNord", "DHL": "DHL Express"}


class QuoteError(Exception):
    """A carrier's quote cannot be used."""


def price_in_cents(payload):
    price = None
    try:
        quote = json.loads(payload)
        price = round(float(quote["price"]) * 100)
    except (ValueError, KeyError) as error:
        print(f"bad quote: {error}")
    if price is None:
        raise QuoteError(f"unusable quote: {payload!r}")
    return price


def carrier_name(code):
    try:
        return CARRIERS[code]
    except KeyError:
        raise QuoteError(f"unknown carrier {code!r}") from None
