def unpaid(orders):
    """Return (id, customer) of the orders that are not paid."""
    return [order for order in orders if order["paid"]]  # TODO


def revenue(orders):
    """Return the sum of the paid orders."""
    # TODO


def totals_over(orders, limit):
    """Return id and total of the orders above the limit."""
    # TODO


def best_customer(orders):
    """Return who has spent most, or None."""
    # TODO


def without_account(orders, accounts):
    """Return the sorted names of customers that have no account."""
    # TODO


ORDERS = [
    {"id": 1, "customer": "ada", "total": 120, "paid": True},
    {"id": 2, "customer": "linus", "total": 130, "paid": False},
    {"id": 3, "customer": "ada", "total": 40},
]

if __name__ == "__main__":
    print(unpaid(ORDERS))
    print(revenue(ORDERS))
    print(totals_over(ORDERS, 100))
    print(best_customer(ORDERS))
    print(without_account(ORDERS, ["linus"]))
