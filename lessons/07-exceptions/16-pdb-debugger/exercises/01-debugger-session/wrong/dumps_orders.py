# expect: prints_everything
import billing
import replay

# Each command as you would type it after (Pdb).
HUNT = [
    "p ORDERS",
    "b 29, amount < 0",
    "c",
    "p line",
    "u",
    "p order['id']",
    "q",
]

POST_MORTEM = [
    "p line",
    "u",
    "p order['id']",
    "q",
]


def line_total(line):
    """Return what a line of an order costs."""
    price = line["price"] or 0
    return max(0, price * line["count"] - line.get("voucher", 0))


if __name__ == "__main__":
    print(replay.hunt(HUNT, billing.main))
    billing.ORDERS = billing.FRIDAY
    print(replay.post_mortem(POST_MORTEM, billing.main))
