# expect: too_many_workers
from concurrent.futures import ThreadPoolExecutor, as_completed


def ask_all(shops, fetch, on_answer, max_workers=8):
    prices = {}
    with ThreadPoolExecutor(len(shops)) as pool:
        shop_of = {pool.submit(fetch, shop): shop for shop in shops}
        for future in as_completed(shop_of):
            shop = shop_of[future]
            try:
                prices[shop] = future.result()
            except ConnectionError:
                prices.pop(shop, None)
            on_answer(shop, prices.get(shop))
    return {shop: prices[shop] for shop in shops if shop in prices}
