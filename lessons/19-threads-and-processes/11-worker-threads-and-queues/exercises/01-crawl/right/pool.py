from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


def crawl(start, links_of, n_workers):
    pages, errors = {start}, {}
    with ThreadPoolExecutor(n_workers) as pool:
        running = {pool.submit(links_of, start): start}
        while running:
            ended, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in ended:
                page = running.pop(future)
                if future.exception():
                    errors[page] = future.exception()
                    continue
                for link in future.result():
                    if link not in pages:
                        pages.add(link)
                        running[pool.submit(links_of, link)] = link
    return pages, errors
