"""Two debugging sessions, and what came of them."""

import billing
import replay

# Each command as you would type it after (Pdb).
HUNT = [
    "ll",
    "tbreak 29, amount < 0",
    "c",
    "w",
    "a",
    "up",
    "p order['id']",
    "q",
]

POST_MORTEM = [
    "l",
    "p line",
    "w",
    "u",
    "pp order['id']",
]


def line_total(line):
    """Return what a line of an order costs."""
    amount = (line["price"] or 0) * line["count"] - line.get("voucher", 0)
    if amount < 0:
        amount = 0
    return amount


if __name__ == "__main__":
    print(replay.hunt(HUNT, billing.main))
    billing.ORDERS = billing.FRIDAY
    print(replay.post_mortem(POST_MORTEM, billing.main))
