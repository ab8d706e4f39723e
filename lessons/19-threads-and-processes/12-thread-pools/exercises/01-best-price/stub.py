import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def ask_all(shops, fetch, on_answer, max_workers=8):
    """Ask all shops for their price; return the prices of those that answered."""
    prices = {}
    for shop in shops:  # TODO: all at once
        prices[shop] = fetch(shop)
        on_answer(shop, prices[shop])
    return prices


SHOPS = {"acme": 0.3, "bolt": 0.1, "cove": 0.2}


def fetch(shop):
    time.sleep(SHOPS[shop])
    if shop == "bolt":
        raise ConnectionError("bolt does not answer")
    return SHOPS[shop] * 100


if __name__ == "__main__":
    print(ask_all(SHOPS, fetch, print))
