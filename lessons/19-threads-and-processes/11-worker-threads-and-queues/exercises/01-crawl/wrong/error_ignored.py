# expect: error_lost
import queue
import threading


def crawl(start, links_of, n_workers):
    pages, lock = {start}, threading.Lock()
    to_do = queue.Queue()
    to_do.put(start)

    def work():
        while (page := to_do.get()) is not None:
            try:
                for link in links_of(page):
                    with lock:
                        if link in pages:
                            continue
                        pages.add(link)
                    to_do.put(link)
            except Exception as error:
                print(error)
            finally:
                to_do.task_done()

    workers = [threading.Thread(target=work, daemon=True) for _ in range(n_workers)]
    for worker in workers:
        worker.start()
    to_do.join()
    for _ in workers:
        to_do.put(None)
    for worker in workers:
        worker.join()
    return pages, {}
