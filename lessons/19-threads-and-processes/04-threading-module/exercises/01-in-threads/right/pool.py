from concurrent.futures import ThreadPoolExecutor


def in_threads(function, items):
    items = list(items)
    with ThreadPoolExecutor(max_workers=len(items) or 1) as pool:
        futures = [pool.submit(function, item) for item in items]
    return [future.result() for future in futures]
