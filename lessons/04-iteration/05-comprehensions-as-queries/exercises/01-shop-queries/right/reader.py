from collections import Counter


def unpaid(orders):
    """Return (id, customer) of the orders that are not paid."""
    return [(o["id"], o["customer"]) for o in orders if not o.get("paid")]


def revenue(orders):
    """Return the sum of the paid orders."""
    return sum(o["total"] for o in orders if o.get("paid"))


def totals_over(orders, limit):
    """Return id and total of the orders above the limit."""
    return [{key: o[key] for key in ("id", "total")} for o in orders if o["total"] > limit]


def best_customer(orders):
    """Return who has spent most, or None."""
    spent = Counter()
    for order in orders:
        spent[order["customer"]] += order["total"]
    return spent.most_common(1)[0][0] if spent else None


def without_account(orders, accounts):
    """Return the sorted names of customers that have no account."""
    return sorted({o["customer"] for o in orders}.difference(accounts))
