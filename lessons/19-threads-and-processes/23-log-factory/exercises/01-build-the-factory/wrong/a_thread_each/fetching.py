"""Getting logs from servers: work that waits."""

import threading
from concurrent.futures import ThreadPoolExecutor


class Progress:
    """Counts what is done; used by many threads."""

    def __init__(self, total, on_change=lambda done, total: None):
        self.total = total
        self.on_change = on_change
        self.done = 0
        self._lock = threading.Lock()

    def step(self):
        with self._lock:
            self.done += 1
            done = self.done
        self.on_change(done, self.total)  # a stranger's code: not under the lock


def fetch_all(servers, fetch, progress, max_workers=8):
    """Fetch from all servers; return (texts, servers that did not answer)."""

    def fetch_one(server):
        try:
            return fetch(server)
        finally:
            progress.step()

    texts, failed = [], []
    with ThreadPoolExecutor(len(servers)) as pool:
        futures = [pool.submit(fetch_one, server) for server in servers]
        for server, future in zip(servers, futures):
            try:
                texts.append(future.result())
            except ConnectionError:
                failed.append(server)
    return texts, failed
