"""Checks for single-flight: the loads are counted, in several situations."""

import asyncio

import lab


class Service:
    """Counts loads; the first `failing` of them fail."""

    def __init__(self, failing=0):
        self.failing = failing
        self.calls = []
        self.under_way = self.most = 0

    async def load(self, key):
        self.calls.append(key)
        must_fail = len(self.calls) <= self.failing
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(0.05)
        self.under_way -= 1
        if must_fail:
            raise ConnectionError(f"no answer for {key}")
        return key.upper()


def rounds(service, *all_keys):
    """Ask for all keys of a round at once, one round after the other; return all answers."""
    module = lab.load()

    async def main():
        cache = module.Cache(service.load)
        answers = []
        for keys in all_keys:
            waiting = asyncio.gather(*[cache.get(key) for key in keys], return_exceptions=True)
            answers.append(await asyncio.wait_for(waiting, 2))
        return answers

    outcome = lab.calls(asyncio.run, main())
    if isinstance(outcome.error, TimeoutError):
        lab.fail("Somebody waited forever for cache.get().", reply="error_lost")
    if outcome.error is not None:
        raise outcome.error
    reused = [it for answers in outcome.value for it in answers if "awaited" in str(it)]
    lab.true(not reused, f"cache.get() raised {reused[:1]}.", reply="coroutine_shared")
    return outcome.value


@lab.check("many who ask at the same time cause one load")
def together():
    service = Service()
    (answers,) = rounds(service, ["page"] * 5)
    lab.true(len(service.calls) == 1, "5 asked for the same key at the same time, and there were "
             f"{len(service.calls)} loads.", reply="stampede")
    lab.equal(answers, ["PAGE"] * 5, call="what they got")


@lab.check("who asks later gets the same value, without a load")
def later():
    service = Service()
    answers = rounds(service, ["page"], ["page"], ["page", "page"])
    lab.equal(answers, [["PAGE"], ["PAGE"], ["PAGE", "PAGE"]], call="what they got")
    lab.true(len(service.calls) == 1, f"There were {len(service.calls)} loads of one key.",
             reply="not_kept")


@lab.check("different keys are loaded at the same time, once each")
def keys():
    service = Service()
    (answers,) = rounds(service, ["a", "b", "a", "c"])
    lab.equal(answers, ["A", "B", "A", "C"], call="what they got")
    lab.equal(sorted(service.calls), ["a", "b", "c"], call="the loads", reply="stampede")
    lab.true(service.most == 3, f"Of 3 keys, at most {service.most} were loaded at the same time.",
             reply="all_wait")


@lab.check("everybody who waits for a failing load gets its exception")
def failing():
    (answers,) = rounds(Service(failing=1), ["page"] * 3)
    lab.true(all(isinstance(it, ConnectionError) for it in answers),
             f"3 waited for a load that raised a ConnectionError, and they got {answers}.",
             reply="error_lost" if any(it is None for it in answers) else "stampede")


@lab.check("a failure is not kept")
def again():
    service = Service(failing=1)
    answers = rounds(service, ["page", "page"], ["page", "page"], ["page"])
    lab.true(answers[1] == ["PAGE", "PAGE"] or "PAGE" in answers[0],
             f"After a failed load the key was asked for again, and gave {answers[1]}.",
             reply="failure_kept")
    lab.equal(len(service.calls), 2, call="the number of loads")
