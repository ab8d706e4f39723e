"""Checks for worker-pool: results, how many at a time, how far ahead, and that it ends."""

import asyncio

import lab


class Work:
    """Jobs j0, j1, ...; notes how many are under way and how far they were read ahead."""

    def __init__(self, n_jobs, failing=()):
        self.n_jobs, self.failing = n_jobs, failing
        self.taken = self.done = self.under_way = self.most = self.ahead = 0

    async def jobs(self):
        for number in range(self.n_jobs):
            self.taken += 1
            self.ahead = max(self.ahead, self.taken - self.done)
            yield f"j{number}"
            await asyncio.sleep(0)

    async def handle(self, job):
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(0.01)
        self.under_way -= 1
        self.done += 1
        if job in self.failing:
            raise ValueError(job)
        return job.upper()

    def work_off(self, n_workers):
        module = lab.load()

        async def main():
            async with asyncio.timeout(2):
                return await module.work_off(self.jobs(), self.handle, n_workers)

        outcome = lab.calls(asyncio.run, main())
        if isinstance(outcome.error, TimeoutError):
            lab.fail(f"work_off() with {self.n_jobs} jobs, {len(self.failing)} of them failing, and "
                     f"{n_workers} workers was still running after 2 seconds.", reply="never_ends")
        return outcome

    def results(self, n_workers):
        outcome = self.work_off(n_workers)
        if outcome.error is not None:
            raise outcome.error
        return outcome.value


@lab.check("every job is handled, with any number of workers")
def all_jobs():
    for n_jobs, n_workers in ((5, 2), (1, 3), (7, 1), (0, 2)):
        results = Work(n_jobs).results(n_workers)
        lab.equal(results, {f"j{it}": f"J{it}" for it in range(n_jobs)},
                  call=f"the result of {n_jobs} jobs and {n_workers} workers", reply="result_missing")


@lab.check("as many jobs as there are workers are under way at the same time")
def together():
    work = Work(9)
    work.results(3)
    lab.true(work.most >= 3, f"With 3 workers, at most {work.most} jobs were under way.", reply="not_together")
    lab.true(work.most == 3, f"With 3 workers, {work.most} jobs were under way.", reply="too_many")


@lab.check("a job that fails has its exception in the result, and the others go on")
def failing():
    for failing in (["j1"], ["j0", "j1", "j2"], ["j5"]):
        work = Work(6, failing)
        outcome = work.work_off(2)
        lab.true(outcome.error is None, f"{failing} failed, and work_off() raised {outcome.error!r}.",
                 reply="one_kills_all")
        found = outcome.value
        lab.true(isinstance(found, dict) and len(found) == 6, f"The result of 6 jobs was {found!r}.",
                 reply="result_missing")
        good = {job for job in found if found[job] == job.upper()}
        bad = {job for job in found if isinstance(found[job], ValueError)}
        lab.true(bad == set(failing) and len(good) == 6 - len(bad), f"{failing} failed, and the result was "
                 f"{found!r}.", reply="result_missing")


@lab.check("it does not read far ahead")
def ahead():
    work = Work(60)
    work.results(2)
    lab.true(work.ahead <= 5, f"With 2 workers, {work.ahead} jobs were taken and not done at some time.",
             reply="reads_ahead")
