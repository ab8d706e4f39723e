# expect: told_late
from concurrent.futures import ThreadPoolExecutor


def ask_all(shops, fetch, on_answer, max_workers=8):
    prices = {}
    with ThreadPoolExecutor(max_workers) as pool:
        futures = {shop: pool.submit(fetch, shop) for shop in shops}
        for shop, future in futures.items():
            try:
                prices[shop] = future.result()
            except ConnectionError:
                on_answer(shop, None)
            else:
                on_answer(shop, prices[shop])
    return prices
