import queue
import threading
import time


def crawl(start, links_of, n_workers):
    """Fetch all pages that can be reached; return (pages, errors)."""
    pages = {start}
    errors = {}
    lock = threading.Lock()
    to_do = queue.Queue()

    def note_new(links):
        """Return the links that nobody has seen yet; they count as seen from now on."""
        with lock:
            new = set(links) - pages
            pages.update(new)
        return new

    def work():
        while (page := to_do.get()) is not None:
            try:
                for link in note_new(links_of(page)):
                    to_do.put(link)
            except Exception as error:
                errors[page] = error
            finally:
                to_do.task_done()

    workers = [threading.Thread(target=work) for _ in range(n_workers)]
    for worker in workers:
        worker.start()
    to_do.put(start)
    to_do.join()
    for _ in workers:
        to_do.put(None)
    for worker in workers:
        worker.join()
    return pages, errors


LINKS = {"home": ["news", "shop"], "news": ["home", "gone"], "shop": []}


def links_of(page):
    time.sleep(0.1)
    return LINKS[page]


if __name__ == "__main__":
    print(crawl("home", links_of, 4))
