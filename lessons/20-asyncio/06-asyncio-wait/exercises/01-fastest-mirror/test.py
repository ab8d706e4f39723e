"""Checks for fastest-mirror: who wins, what fails, and what is left running."""

import asyncio

import lab


class Net:
    """Mirrors given as name=(seconds, answer); counts downloads under way."""

    def __init__(self, **mirrors):
        self.mirrors = mirrors
        self.under_way = self.most = self.left = 0

    async def download(self, mirror):
        seconds, answer = self.mirrors[mirror]
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            await asyncio.sleep(seconds)
        finally:
            self.under_way -= 1
        if isinstance(answer, Exception):
            raise answer
        return answer

    def fastest(self, limit=2):
        module = lab.load()

        async def call():
            try:
                async with asyncio.timeout(3):
                    return await module.fastest(list(self.mirrors), self.download, limit)
            finally:
                self.left = self.under_way

        outcome = lab.calls(asyncio.run, call())
        is_refused = isinstance(outcome.error, (TypeError, AttributeError))
        if is_refused and "coroutine" in str(outcome.error):
            lab.fail(f"fastest() raised {outcome.error!r}.", reply="coroutines_to_wait")
        return outcome

    def check_left(self, when):
        lab.true(self.left == 0, f"{when} there are {self.left} downloads still running.",
                 reply="still_running")


@lab.check("the first file is the result, and the other downloads are over")
def first():
    net = Net(slow=(0.3, "slow file"), quick=(0.05, "quick file"), mean=(0.2, "mean file"))
    outcome = net.fastest()
    if outcome.error is not None:
        raise outcome.error
    lab.true(net.most == 3, f"At most {net.most} of 3 mirrors were tried at the same time.",
             reply="one_by_one")
    lab.equal(outcome.value, "quick file", call="fastest()")
    net.check_left("After fastest()")


@lab.check("a mirror that fails early does not win")
def failure_first():
    net = Net(a=(0.01, ConnectionError("refused")), b=(0.1, "file of b"), c=(0.05, ValueError("bad")))
    outcome = net.fastest()
    lab.true(outcome.error is None and outcome.value == "file of b", "Two mirrors fail early and the third "
             f"gives 'file of b', but there was {outcome.error or outcome.value!r}.",
             reply="first_failure_wins")


@lab.check("if all fail, all failures are told")
def all_fail():
    problems = [ConnectionError("refused"), ValueError("bad")]
    net = Net(a=(0.05, problems[0]), b=(0.01, problems[1]))
    error = net.fastest().error
    lab.true(isinstance(error, ExceptionGroup) and set(error.exceptions) == set(problems),
             f"All mirrors failed, and fastest() ended with {error!r}.", reply="failures_lost")


@lab.check("after the limit there is a TimeoutError, and nothing is left running")
def limit():
    net = Net(a=(1.0, "late"), b=(0.05, ConnectionError("refused")), c=(1.0, "late"))
    outcome = net.fastest(limit=0.15)
    lab.true(isinstance(outcome.error, TimeoutError), "No mirror answered within the limit, and fastest() "
             f"ended with {outcome.error or outcome.value!r}.", reply="no_limit")
    net.check_left("After a timeout")
