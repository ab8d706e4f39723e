"""Two debugging sessions, and what came of them."""

import billing
import replay

# Each command as you would type it after (Pdb).
HUNT = [
    "b billing.line_total, line['price'] * line['count'] < line.get('voucher', 0)",
    "c",
    "n",
    "n",
    "p line, amount",
    "u",
    "p order['id']",
    "q",
]

POST_MORTEM = [
    "u",
    "p order['id'], line",
]


def line_total(line):
    """Return what a line of an order costs."""
    if line["price"] is None:
        return 0
    amount = billing.line_total(line)
    return amount if amount > 0 else 0


if __name__ == "__main__":
    print(replay.hunt(HUNT, billing.main))
    billing.ORDERS = billing.FRIDAY
    print(replay.post_mortem(POST_MORTEM, billing.main))
