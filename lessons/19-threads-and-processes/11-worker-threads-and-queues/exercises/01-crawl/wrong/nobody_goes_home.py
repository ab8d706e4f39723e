# expect: workers_left
import queue
import threading


def crawl(start, links_of, n_workers):
    pages, errors, lock = {start}, {}, threading.Lock()
    to_do = queue.Queue()
    to_do.put(start)

    def work():
        while True:
            page = to_do.get()
            try:
                for link in links_of(page):
                    with lock:
                        if link in pages:
                            continue
                        pages.add(link)
                    to_do.put(link)
            except Exception as error:
                errors[page] = error
            finally:
                to_do.task_done()

    for _ in range(n_workers):
        threading.Thread(target=work, daemon=True).start()
    to_do.join()
    return pages, errors
