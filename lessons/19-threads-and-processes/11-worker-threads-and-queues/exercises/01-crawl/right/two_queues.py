import queue
import threading


def crawl(start, links_of, n_workers):
    """The workers only fetch; this thread alone knows the pages."""
    to_do, fetched = queue.Queue(), queue.Queue()

    def work():
        for page in iter(to_do.get, None):
            try:
                fetched.put((page, list(links_of(page)), None))
            except Exception as error:
                fetched.put((page, [], error))

    workers = [threading.Thread(target=work) for _ in range(n_workers)]
    for worker in workers:
        worker.start()
    pages, errors, n_waiting = {start}, {}, 1
    to_do.put(start)
    while n_waiting:
        page, links, error = fetched.get()
        n_waiting -= 1
        if error is not None:
            errors[page] = error
        for link in links:
            if link not in pages:
                pages.add(link)
                to_do.put(link)
                n_waiting += 1
    for _ in workers:
        to_do.put(None)
    for worker in workers:
        worker.join()
    return pages, errors
