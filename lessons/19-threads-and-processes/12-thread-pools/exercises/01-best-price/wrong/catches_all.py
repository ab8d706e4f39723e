# expect: bug_hidden
from concurrent.futures import ThreadPoolExecutor, as_completed


def ask_all(shops, fetch, on_answer, max_workers=8):
    prices = {}
    with ThreadPoolExecutor(max_workers) as pool:
        shop_of = {pool.submit(fetch, shop): shop for shop in shops}
        for future in as_completed(shop_of):
            shop = shop_of[future]
            if future.exception():
                on_answer(shop, None)
            else:
                prices[shop] = future.result()
                on_answer(shop, prices[shop])
    return {shop: prices[shop] for shop in shops if shop in prices}
