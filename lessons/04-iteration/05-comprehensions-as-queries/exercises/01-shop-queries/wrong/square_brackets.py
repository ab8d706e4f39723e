# expect: missing_paid
def unpaid(orders):
    """Return (id, customer) of the orders that are not paid."""
    return [(o["id"], o["customer"]) for o in orders if not o["paid"]]


def revenue(orders):
    """Return the sum of the paid orders."""
    return sum(o["total"] for o in orders if o.get("paid"))


def totals_over(orders, limit):
    """Return id and total of the orders above the limit."""
    return [{"id": o["id"], "total": o["total"]} for o in orders if o["total"] > limit]


def best_customer(orders):
    """Return who has spent most, or None."""
    def spent(name):
        return sum(o["total"] for o in orders if o["customer"] == name)
    return max({o["customer"] for o in orders}, key=spent, default=None)


def without_account(orders, accounts):
    """Return the sorted names of customers that have no account."""
    return sorted({o["customer"] for o in orders} - set(accounts))
