"""Two debugging sessions, and what came of them."""

import billing
import replay

# Each command as you would type it after (Pdb).
HUNT = [
    "ll",
    "q",
]

POST_MORTEM = [
    "w",
    "q",
]


def line_total(line):
    """Return what a line of an order costs."""
    # TODO: step 3
    return billing.line_total(line)


if __name__ == "__main__":
    print(replay.hunt(HUNT, billing.main))
    billing.ORDERS = billing.FRIDAY
    print(replay.post_mortem(POST_MORTEM, billing.main))
