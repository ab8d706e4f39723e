"""Checks for polite-client: logins and requests are counted."""

import asyncio

import lab


class Service:
    """Counts logins and requests; the first `bad_logins` logins fail, and so do paths with an x."""

    def __init__(self, bad_logins=0):
        self.bad_logins = bad_logins
        self.logins = self.under_way = self.most = 0

    async def login(self):
        self.logins += 1
        number = self.logins
        await asyncio.sleep(0.02)
        if number <= self.bad_logins:
            raise PermissionError("no login today")
        return "token"

    async def request(self, token, path):
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(0.02)
        self.under_way -= 1
        if "x" in path:
            raise ValueError(path)
        return f"{token} {path}"

    def ask(self, limit, *rounds):
        """Ask for all paths of a round at once, one round after the other; return the answers."""
        module = lab.load()

        async def main():
            client = module.Client(self.login, self.request, limit)
            answers = []
            for paths in rounds:
                waiting = asyncio.gather(*map(client.get, paths), return_exceptions=True)
                answers.append(await asyncio.wait_for(waiting, 2))
            return answers

        outcome = lab.calls(asyncio.run, main())
        if isinstance(outcome.error, TimeoutError):
            lab.fail(f"get() did not come to its end: {rounds}.", reply="slot_lost")
        if outcome.error is not None:
            raise outcome.error
        return outcome.value


@lab.check("there is one login, however many wait for it")
def one_login():
    service = Service()
    service.ask(3, "a", "b")
    lab.true(service.logins == 1, f"For 2 calls, one after the other, there were {service.logins} logins.",
             reply="login_each_time")
    service = Service()
    service.ask(3, "abcd", "ef")
    lab.true(service.logins == 1, f"For 6 calls there were {service.logins} logins.", reply="many_logins")


@lab.check("as many requests are under way as the limit allows")
def limit():
    for limit in (1, 3):
        service = Service()
        found = service.ask(limit, "a", "bcdefgh")
        lab.equal(found[1], [f"token {it}" for it in "bcdefgh"], call="the answers")
        sentence = f"With a limit of {limit}, {service.most} of 7 requests were under way at the same time."
        lab.true(service.most <= limit, sentence, reply="no_limit")
        lab.true(service.most == limit, sentence, reply="too_slow")


@lab.check("a request that fails has no effect on others")
def failing():
    found = Service().ask(2, ["x1", "x2", "x3"], "ab")
    lab.true(all(isinstance(it, ValueError) for it in found[0]), f"3 requests failed, and get() gave {found[0]}.")
    lab.equal(found[1], ["token a", "token b"], call="the answers after 3 failures")


@lab.check("after a failed login the next call tries again")
def bad_login():
    service = Service(bad_logins=1)
    found = service.ask(2, "a", "bc")
    lab.true(isinstance(found[0][0], PermissionError), f"The login failed, and get() gave {found[0][0]!r}.")
    lab.true(not any(isinstance(it, PermissionError) for it in found[1]), "After a login that failed, the next "
             f"calls of get() gave {found[1]}.", reply="login_failed_for_ever")
    lab.equal(found[1], ["token b", "token c"], call="the answers after a failed login")
