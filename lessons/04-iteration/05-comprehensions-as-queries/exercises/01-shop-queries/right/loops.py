def is_paid(order):
    return order.get("paid", False)


def unpaid(orders):
    return [(o["id"], o["customer"]) for o in orders if not is_paid(o)]


def revenue(orders):
    result = 0
    for order in orders:
        if is_paid(order):
            result += order["total"]
    return result


def totals_over(orders, limit):
    return [dict(id=o["id"], total=o["total"]) for o in orders if o["total"] > limit]


def best_customer(orders):
    spent = {o["customer"]: 0 for o in orders}
    for order in orders:
        spent[order["customer"]] += order["total"]
    return max(spent, key=spent.get, default=None)


def without_account(orders, accounts):
    known = dict.fromkeys(accounts)
    names = dict.fromkeys(o["customer"] for o in orders)
    return sorted(name for name in names if name not in known)
