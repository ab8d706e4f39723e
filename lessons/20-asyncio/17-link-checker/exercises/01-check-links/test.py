"""Checks for check-links, one or two for each step."""

import asyncio

import lab


def run(coroutine, seconds=4):
    left = []

    async def main():
        try:
            async with asyncio.timeout(seconds):
                return await coroutine
        finally:
            left.extend(asyncio.all_tasks() - {asyncio.current_task()})

    return lab.calls(asyncio.run, main()), len(left)


def value_of(outcome):
    if outcome.error is not None:
        raise outcome.error
    return outcome.value


@lab.check("Step 1: the session is open in the block, and closed after it")
def step_1():
    module = lab.load()
    import web

    for error in (None, ValueError("in the block")):
        net = web.Web({})

        async def use():
            async with module.connected(net) as session:
                lab.true(session is net.sessions[0] and session.is_open,
                         f"The block should get an open session, but it got {session!r}.")
                if error:
                    raise error

        outcome, _ = run(use())
        if outcome.error is not error:
            raise outcome.error or lab.fail("The exception of the block vanished.")
        lab.true(not net.sessions[0].is_open, f"The block ended with {error!r}, and the session is still open.",
                 reply="left_open")


class Asked:
    def __init__(self, module, *answers):
        self.module, self.answers, self.seen = module, list(answers), []

    async def get(self, url):
        self.seen.append(self.module.current_url.get())
        answer = self.answers.pop(0)
        await asyncio.sleep(5 if answer == "slow" else 0.01)
        if isinstance(answer, Exception):
            raise answer
        return answer


def fetch(*answers, attempts=3):
    module = lab.load()
    session = Asked(module, *answers)

    async def main():
        module.current_url.set("before")
        try:
            return await module.fetch(session, "/page", 0.15, attempts)
        finally:
            session.after = module.current_url.get()

    outcome, _ = run(main())
    return module, session, outcome


@lab.check("Step 2: fetch tries again after a ConnectionError or a timeout, and only then")
def step_2():
    module, session, outcome = fetch(ConnectionResetError("1"), ["/a"])
    lab.equal(value_of(outcome), ["/a"], call="fetch() of a page that answers the second time")
    module, session, outcome = fetch("slow", "slow", ["/b"])
    lab.true(outcome.error is None and outcome.value == ["/b"], "A page is too slow twice and then answers, and "
             f"fetch() ended with {outcome.error or outcome.value!r}.", reply="limit_for_all")
    last = ConnectionError("3")
    module, session, outcome = fetch(ConnectionError("1"), "slow", last, ["/c"])
    lab.true(isinstance(outcome.error, module.Broken), "After 3 failures fetch() should raise Broken, but there "
             f"was {outcome.error or outcome.value!r}.")
    lab.true(outcome.error.__cause__ is last and outcome.error.args == ("/page",),
             f"It should be Broken('/page') from {last!r}, but it is {outcome.error!r} from "
             f"{outcome.error.__cause__!r}.")
    bug = KeyError("bug")
    module, session, outcome = fetch(bug, ["/d"])
    lab.true(outcome.error is bug, f"get() raised {bug!r}, and fetch() ended with "
             f"{outcome.error or outcome.value!r}.", reply="retries_bugs")


@lab.check("Step 2: current_url holds the address while the page is fetched")
def step_2_context():
    for answers in ([["/a"]], [ConnectionError("1"), ConnectionError("2"), ConnectionError("3")]):
        module, session, outcome = fetch(*answers)
        lab.true(set(session.seen) == {"/page"} and session.after == "before", "current_url was 'before', then in "
                 f"get() {session.seen}, and after fetch() {session.after!r}.", reply="url_stays")


GRAPH = {"/": "/a /b /c", "/a": "/ /d /x", "/b": "/d /e", "/c": "/d /x", "/d": "/e /f", "/e": "", "/f": "/"}


def crawl(pages, n_workers=3):
    module = lab.load()
    import web
    net, report = web.Web(pages), module.Report()

    async def main():
        session = await net.connect()
        await module.crawl(session, "/", report, n_workers, 0.2, 2)

    outcome, left = run(main())
    if isinstance(outcome.error, TimeoutError):
        lab.fail("crawl() was still running after 4 seconds.", reply="never_ends")
    return module, net, report, outcome, left


def site(**more):
    pages = {url: [(0.02, links.split())] for url, links in GRAPH.items()}
    return pages | {f"/{name}": answers for name, answers in more.items()}


@lab.check("Step 3: every page is fetched once, by workers side by side")
def step_3():
    for n_workers in (3, 1):
        module, net, report, outcome, left = crawl(site(x=[(0.02, [])]), n_workers)
        value_of(outcome)
        lab.true(len(net.requests) == len(set(net.requests)), f"The requests were {sorted(net.requests)}.",
                 reply="fetched_twice")
        lab.equal(report.links, {**{url: links.split() for url, links in GRAPH.items()}, "/x": []},
                  call="report.links")
        lab.true(net.most == n_workers, f"With {n_workers} workers, at most {net.most} pages were fetched at the "
                 "same time.", reply="not_together")
        lab.equal(left, 0, call="the number of tasks left")


@lab.check("Step 3: broken pages are in the report, and a bug ends the crawl")
def step_3_broken():
    module, net, report, outcome, left = crawl(site(x=[(0.01, ConnectionError("gone"))]))
    value_of(outcome)
    lab.equal((len(report.links), list(report.broken)), (7, ["/x"]), call="pages and broken ones")
    lab.true(isinstance(report.broken["/x"], module.Broken), f"report.broken['/x'] is {report.broken['/x']!r}.")
    bug = KeyError("bug")
    module, net, report, outcome, left = crawl(site(x=[(0.01, bug)]))
    found = getattr(outcome.error, "exceptions", ())
    lab.true(bug in found and left == 0, f"get() raised {bug!r}, and crawl() ended with "
             f"{outcome.error or outcome.value!r}.", reply="retries_bugs")


def check(pages, patience):
    module = lab.load()
    import web
    net = web.Web(pages)
    outcome, left = run(module.check(net, "/", patience))
    lab.true(not isinstance(outcome.error, TimeoutError), "check() raised a TimeoutError.", reply="report_lost")
    return net, value_of(outcome), left


@lab.check("Step 4: a whole check gives a complete report")
def step_4():
    net, report, left = check(site(x=[(0.01, ConnectionError("gone"))]), 3)
    lab.equal((len(report.links), list(report.broken), report.is_complete), (7, ["/x"], True),
              call="pages, broken ones, and is_complete")
    lab.equal([it.is_open for it in net.sessions], [False], call="whether the sessions are open")


@lab.check("Step 4: when patience ends, what was found is returned")
def step_4_patience():
    endless = {f"/{n}" if n else "/": [(0.03, [f"/{n + 1}"])] for n in range(500)}
    net, report, left = check(endless, 0.3)
    lab.true(1 <= len(report.links) < 20 and report.is_complete is False, "An endless site was checked for 0.3 seconds, "
             f"and the report has {len(report.links)} pages; is_complete is {report.is_complete}.", reply="report_lost")
    lab.equal(([it.is_open for it in net.sessions], left), ([False], 0), call="open sessions, and tasks left",
              reply="left_open")
