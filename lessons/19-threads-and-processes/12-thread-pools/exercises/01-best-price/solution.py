import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def ask_all(shops, fetch, on_answer, max_workers=8):
    """Ask all shops for their price; return the prices of those that answered."""
    prices = {}
    with ThreadPoolExecutor(max_workers) as pool:
        shop_of = {pool.submit(fetch, shop): shop for shop in shops}
        for future in as_completed(shop_of):
            shop = shop_of[future]
            try:
                prices[shop] = future.result()
            except ConnectionError:
                on_answer(shop, None)
            else:
                on_answer(shop, prices[shop])
    return {shop: prices[shop] for shop in shops if shop in prices}


SHOPS = {"acme": 0.3, "bolt": 0.1, "cove": 0.2}


def fetch(shop):
    time.sleep(SHOPS[shop])
    if shop == "bolt":
        raise ConnectionError("bolt does not answer")
    return SHOPS[shop] * 100


if __name__ == "__main__":
    print(ask_all(SHOPS, fetch, print))
