"""Checks for crawl."""
import threading
import time
import lab

TREE = {"home": ["a", "b"], "a": ["c", "d"], "b": ["e", "f"], "c": [], "d": ["g"], "e": [], "f": [], "g": ["h"], "h": []}


class Text(str):
    """The name of a page; comparing it takes a moment, so that every race happens."""

    def __hash__(self):
        time.sleep(0.001)
        return hash(str(self))


class Web:
    """Pages that know how often and by how many at once they were fetched."""

    def __init__(self, links, seconds=0.05, slow=(), together=""):
        self.links, self.seconds, self.slow = links, seconds, dict(slow)
        self.together, self.barrier = together, threading.Barrier(len(together) or 1, timeout=1)
        self.fetched, self.now, self.most, self.threads = [], 0, 0, set()
        self.lock = threading.Lock()

    def links_of(self, page):
        with self.lock:
            self.fetched.append(str(page))
            self.now += 1
            self.most = max(self.most, self.now)
            self.threads.add(threading.current_thread())
        time.sleep(self.slow.get(page, self.seconds))
        if page in self.together:
            lab.calls(self.barrier.wait)
        with self.lock:
            self.now -= 1
        return [Text(link) for link in self.links[page]]

    def crawl(self, n_workers):
        """Return what crawl returned, and the threads that are left."""
        threading.excepthook = lambda args: None
        before = set(threading.enumerate())
        function, outcomes = lab.load().crawl, []
        thread = threading.Thread(target=lambda: outcomes.append(lab.calls(function, "home", self.links_of, n_workers)), daemon=True)
        self.caller = thread
        thread.start()
        thread.join(4)
        if not outcomes:
            return None, None
        if outcomes[0].error is not None:
            lab.fail(f"crawl raised {outcomes[0].error!r}.", reply="error_lost" if "?" in repr(self.links) else None)
        return outcomes[0].value, [it for it in set(threading.enumerate()) - before - {thread} if it.is_alive()]


@lab.check("all pages are found and fetched, by several workers, however slow the first page is")
def found():
    web = Web(TREE, slow={"home": 0.2, "b": 0.3})
    result, left = web.crawl(3)
    lab.true(result, "crawl had not ended after 4 seconds.", reply="waits_for_ever")
    lab.true(set(web.fetched) == set(TREE), f"The pages {sorted(set(TREE) - set(web.fetched))} were not fetched.",
             reply="stops_too_early")
    lab.equal((set(map(str, result[0])), result[1]), (set(TREE), {}), call="the result")
    lab.true(web.most > 1, "No two pages were fetched at the same time by 3 workers.",
             reply="one_at_a_time" if web.caller in web.threads else "stops_too_early")
    lab.true(web.most <= 3, f"{web.most} pages were fetched at the same time by 3 workers.")


@lab.check("no page is fetched twice, even if several pages link to it")
def once():
    links = {"home": ["a", "b", "c"], "a": ["x", "y"], "b": ["x", "y"], "c": ["y", "x", "home"], "x": ["y"], "y": []}
    web = Web(links, together="abc")
    result, _ = web.crawl(4)
    lab.true(result, "crawl had not ended after 4 seconds.")
    twice = sorted({page for page in web.fetched if web.fetched.count(page) > 1})
    lab.true(not twice, f"The pages {twice} were fetched more than once.", reply="fetched_twice")


@lab.check("a page that fails is told, and the others are fetched")
def failing():
    links = {"home": ["?1", "a", "?2", "b"], "a": ["c"], "b": [], "c": ["?3"]}
    web = Web(links)
    result, _ = web.crawl(2)
    lab.true(result, "With three pages that fail, crawl had not ended after 4 seconds.", reply="waits_for_ever")
    errors = {str(page): type(error).__name__ for page, error in result[1].items()}
    lab.equal(errors, {"?1": "KeyError", "?2": "KeyError", "?3": "KeyError"}, call="the pages that failed", reply="error_lost")
    lab.equal(set(map(str, result[0])), {"home", "a", "b", "c", "?1", "?2", "?3"}, call="the pages found")


@lab.check("when crawl returns, its threads have ended")
def ended():
    web = Web(TREE, seconds=0.01)
    result, left = web.crawl(5)
    time.sleep(0.2)
    lab.true(result and not [it for it in left if it.is_alive()], f"{left and len(left)} threads were left when crawl returned.",
             reply="workers_left")
