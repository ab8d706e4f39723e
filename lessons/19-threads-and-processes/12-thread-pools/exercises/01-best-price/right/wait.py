from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


def ask_all(shops, fetch, on_answer, max_workers=8):
    shops = list(shops)
    with ThreadPoolExecutor(max_workers=max_workers) as pool:
        futures = [pool.submit(fetch, shop) for shop in shops]
        pending = set(futures)
        while pending:
            ended, pending = wait(pending, return_when=FIRST_COMPLETED)
            for future in ended:
                shop, error = shops[futures.index(future)], future.exception()
                if error is not None and not isinstance(error, ConnectionError):
                    raise error
                on_answer(shop, None if error else future.result())
    return {shop: future.result() for shop, future in zip(shops, futures) if not future.exception()}
