import queue
import threading
import time


def crawl(start, links_of, n_workers):
    """Fetch all pages that can be reached; return (pages, errors)."""
    pages = {start}
    errors = {}
    to_do = [start]
    while to_do:
        page = to_do.pop()
        for link in links_of(page):  # TODO: several workers, and pages that fail
            if link not in pages:
                pages.add(link)
                to_do.append(link)
    return pages, errors


LINKS = {"home": ["news", "shop"], "news": ["home", "gone"], "shop": []}


def links_of(page):
    time.sleep(0.1)
    return LINKS[page]


if __name__ == "__main__":
    print(crawl("home", links_of, 4))
