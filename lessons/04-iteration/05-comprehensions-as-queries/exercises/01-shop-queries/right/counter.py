from collections import Counter


def unpaid(orders):
    return [(o["id"], o["customer"]) for o in orders if "paid" not in o or o["paid"] is False]


def revenue(orders):
    return sum([o["total"] for o in orders if o.get("paid", False)])


def totals_over(orders, limit):
    return [{key: o[key] for key in ("id", "total")} for o in orders if o["total"] > limit]


def best_customer(orders):
    sums = Counter()
    for order in orders:
        sums[order["customer"]] += order["total"]
    return sums.most_common(1)[0][0] if sums else None


def without_account(orders, accounts):
    known = frozenset(accounts)
    return sorted({o["customer"] for o in orders if o["customer"] not in known})
