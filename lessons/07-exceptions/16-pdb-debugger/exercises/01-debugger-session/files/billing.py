"""The bills of one day. The bugs are real: do not mend them here, find them."""

ARTICLES = ["lamp", "desk", "chair", "shelf", "rug", "clock", "mirror"]


def make_orders(n_orders, generous, broken=None):
    """Make the orders of a day; `generous` and `broken` are the numbers of two bad ones."""
    orders = []
    for number in range(n_orders):
        lines = []
        for step in (1, 2, 3):
            article = ARTICLES[number * step % len(ARTICLES)]
            lines.append({"article": article, "price": 10 + number * step % 90, "count": step})
        if number == generous:
            lines[1]["voucher"] = 1000
        if number == broken:
            lines[2]["price"] = None
        orders.append({"id": f"A-{4000 + 7 * number}", "lines": lines})
    return orders


ORDERS = make_orders(40, generous=23)
FRIDAY = make_orders(40, generous=35, broken=12)


def line_total(line):
    amount = line["price"] * line["count"]
    amount -= line.get("voucher", 0)
    return amount


def bill(order):
    total = 0
    for line in order["lines"]:
        total += line_total(line)
    return total


def main():
    for order in ORDERS:
        print(order["id"], bill(order))
