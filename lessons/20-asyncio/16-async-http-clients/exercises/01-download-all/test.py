"""Checks for download-all, with a client that answers from a list and notes when it was asked."""

import asyncio

import httpx
import lab


class StatusError(Exception): ...


class Answer:
    def __init__(self, status_code):
        self.status_code, self.text = status_code, f"text {status_code}"

    def raise_for_status(self):
        if self.status_code >= 400:
            raise StatusError(self.status_code)
        return self


class Client:
    def __init__(self, **answers):
        self.answers = {f"/{name}": list(them) for name, them in answers.items()}
        self.times = []
        self.n_made = self.n_entered = self.n_left = self.under_way = self.most = 0

    def make(self):
        self.n_made += 1
        return self

    async def __aenter__(self):
        self.n_entered += 1
        return self

    async def __aexit__(self, *exception):
        self.n_left += 1

    async def get(self, url):
        self.times.append(asyncio.get_running_loop().time())
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(0.02)
        self.under_way -= 1
        answers = self.answers[url]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, BaseException):
            raise answer
        return Answer(answer)


def download(*answers, **options):
    client = Client(page=answers)
    return lab.calls(asyncio.run, lab.load().download(client, "/page", **options)), client


def ended(outcome):
    return repr(outcome.value) if outcome.error is None else repr(outcome.error)


@lab.check("a page is returned, and a missing one is None, at the first attempt")
def plain():
    outcome, client = download(200)
    lab.true(outcome.value == "text 200", f"Status 200, and download() ended with {ended(outcome)}.")
    outcome, client = download(404, 404, 200)
    lab.true(len(client.times) == 1 and outcome.error is None and outcome.value is None, f"Status 404, and download() asked "
             f"{len(client.times)} times and ended with {ended(outcome)}.", reply="insists")


@lab.check("after a 503 or a timeout it tries again")
def again():
    for answers in ([503, 503, 200], [httpx.ReadTimeout("slow"), 503, 200], [httpx.ReadTimeout("slow"), 200]):
        outcome, client = download(*answers, pause=0.01)
        lab.true(outcome.error is None and outcome.value == "text 200", f"The answers were {answers}, and download() ended "
                 f"with {ended(outcome)}.", reply="gives_up")


@lab.check("after the last attempt it raises what went wrong, and other failures at once")
def fails():
    for kind, answers, n_attempts in ((StatusError, [503], 3), (httpx.ReadTimeout, [503, httpx.ReadTimeout("slow")], 3),
                                      (StatusError, [500, 200], 1)):
        outcome, client = download(*answers, pause=0.01)
        lab.true(isinstance(outcome.error, kind), f"The answers were {answers}, and download() ended with {ended(outcome)}, "
                 f"not with a {kind.__name__}.")
        lab.true(len(client.times) == n_attempts, f"The answers were {answers}, and download() asked {len(client.times)} "
                 f"times, not {n_attempts}.", reply="insists" if len(client.times) > n_attempts else "gives_up")


@lab.check("between two attempts it waits, twice as long each time")
def pauses():
    outcome, client = download(503, 503, 503, 200, attempts=4, pause=0.1)
    found = [round(later - earlier - 0.02, 1) for earlier, later in zip(client.times, client.times[1:])]
    lab.true(found == [0.1, 0.2, 0.4], f"With pause=0.1 the pauses were {found} seconds.", reply="no_pause")


def download_all(**answers):
    client = Client(**answers)
    module = lab.load()

    async def main():
        return await module.download_all(list(client.answers), client.make)

    return lab.calls(asyncio.run, main()), client


@lab.check("download_all gives all texts in order, side by side, with one client")
def everything():
    outcome, client = download_all(a=[200], b=[404], c=[503, 200])
    lab.true(client.n_made == 1, f"For 3 pages, {client.n_made} clients were made.", reply="many_clients")
    lab.true(client.n_entered == client.n_left == 1, "The client was not used with `async with`.", reply="not_closed")
    lab.true(client.most == 3, f"Of 3 pages, at most {client.most} were downloaded at the same time.", reply="one_by_one")
    lab.true(list((outcome.value or {}).items()) == [("/a", "text 200"), ("/b", None), ("/c", "text 200")],
             f"The answers were 200 for /a, 404 for /b, 503 and 200 for /c, and download_all() ended with {ended(outcome)}.")


@lab.check("if a page fails for good, there is an ExceptionGroup, and the client is closed")
def bad():
    outcome, client = download_all(a=[200], b=[500])
    lab.true(client.n_left == client.n_made, "After a failure the client was not closed.", reply="not_closed")
    lab.true(isinstance(outcome.error, ExceptionGroup), f"/b answered 500, and download_all() ended with {ended(outcome)}.")
