import queue
from concurrent.futures import ThreadPoolExecutor


def ask_all(shops, fetch, on_answer, max_workers=8):
    answers = queue.SimpleQueue()
    prices = dict.fromkeys(shops)
    with ThreadPoolExecutor(max_workers) as pool:
        for shop in prices:
            future = pool.submit(fetch, shop)
            future.add_done_callback(lambda future, shop=shop: answers.put((shop, future)))
        for _ in range(len(prices)):
            shop, future = answers.get()
            try:
                prices[shop] = future.result()
                on_answer(shop, prices[shop])
            except ConnectionError:
                del prices[shop]
                on_answer(shop, None)
    return prices
