# expect: slow
def unpaid(orders):
    return [(o["id"], o["customer"]) for o in orders if not o.get("paid")]


def revenue(orders):
    return sum(o["total"] for o in orders if o.get("paid"))


def totals_over(orders, limit):
    return [{"id": o["id"], "total": o["total"]} for o in orders if o["total"] > limit]


def best_customer(orders):
    spent = {o["customer"]: 0 for o in orders}
    for order in orders:
        spent[order["customer"]] += order["total"]
    return max(spent, key=spent.get, default=None)


def without_account(orders, accounts):
    return sorted({o["customer"] for o in orders if o["customer"] not in set(accounts)})
