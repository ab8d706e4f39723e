"""A small web in memory: pages with links, slow ones, and broken ones."""

import asyncio


class Session:
    """An open connection to a Web."""

    def __init__(self, web):
        self.web = web
        self.is_open = True

    async def get(self, url):
        """Return the list of links on a page."""
        if not self.is_open:
            raise RuntimeError("the session is closed")
        self.web.requests.append(url)
        answers = self.web.pages.get(url, [(0.01, ConnectionError(f"no page {url}"))])
        seconds, answer = answers[0] if len(answers) == 1 else answers.pop(0)
        self.web.under_way += 1
        self.web.most = max(self.web.most, self.web.under_way)
        try:
            await asyncio.sleep(seconds)
        finally:
            self.web.under_way -= 1
        if isinstance(answer, Exception):
            raise answer
        return list(answer)

    async def close(self):
        """Say goodbye."""
        await asyncio.sleep(0.01)
        self.is_open = False


class Web:
    """Pages by address; each has answers (seconds, links or exception), the last one forever."""

    def __init__(self, pages):
        self.pages = {url: list(answers) for url, answers in pages.items()}
        self.requests = []
        self.sessions = []
        self.under_way = self.most = 0

    async def connect(self):
        """Return a new session."""
        await asyncio.sleep(0.01)
        self.sessions.append(Session(self))
        return self.sessions[-1]


DEMO = {
    "/": [(0.05, ["/news", "/shop", "/lost"])],
    "/news": [(0.05, ["/", "/slow"])],
    "/shop": [(0.01, ConnectionError("busy")), (0.05, ["/cart"])],
    "/cart": [(0.05, [])],
    "/slow": [(60, [])],
}
