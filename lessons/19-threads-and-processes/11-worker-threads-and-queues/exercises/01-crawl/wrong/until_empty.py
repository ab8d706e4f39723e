# expect: stops_too_early
import queue
import threading


def crawl(start, links_of, n_workers):
    pages, errors, lock = {start}, {}, threading.Lock()
    to_do = queue.Queue()
    to_do.put(start)

    def work():
        while not to_do.empty():
            page = to_do.get()
            try:
                for link in links_of(page):
                    with lock:
                        is_new = link not in pages
                        pages.add(link)
                    if is_new:
                        to_do.put(link)
            except Exception as error:
                errors[page] = error

    workers = [threading.Thread(target=work, daemon=True) for _ in range(n_workers)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(1)
    return pages, errors
