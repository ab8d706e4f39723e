# expect: fetched_twice
import queue
import threading


def crawl(start, links_of, n_workers):
    pages, errors = {start}, {}
    to_do = queue.Queue()
    to_do.put(start)

    def work():
        while (page := to_do.get()) is not None:
            try:
                for link in links_of(page):
                    if link not in pages:
                        to_do.put(link)
                        pages.add(link)
            except Exception as error:
                errors[page] = error
            to_do.task_done()

    workers = [threading.Thread(target=work) for _ in range(n_workers)]
    for worker in workers:
        worker.start()
    to_do.join()
    for _ in workers:
        to_do.put(None)
    for worker in workers:
        worker.join()
    return pages, errors
