# expect: one_by_one
from concurrent.futures import ThreadPoolExecutor


def ask_all(shops, fetch, on_answer, max_workers=8):
    prices = {}
    with ThreadPoolExecutor(max_workers) as pool:
        for shop in shops:
            try:
                prices[shop] = pool.submit(fetch, shop).result()
            except ConnectionError:
                on_answer(shop, None)
            else:
                on_answer(shop, prices[shop])
    return prices
