"""Checks for in-threads."""
import threading
import time
import lab

ITEMS = ["d", "a", "c", "b"]


class Job:
    """A function for the threads which notes who called it, and can wait for company."""

    def __init__(self, waits=(), company=0, failing=()):
        self.waits, self.failing = dict(waits), failing
        self.company = threading.Barrier(company, timeout=1) if company else None
        self.calls, self.threads, self.n_ended, self.was_alone = [], [], 0, False

    def __call__(self, item):
        self.calls.append(item)
        self.threads.append(threading.current_thread())
        try:
            if self.company:
                self.company.wait()
        except threading.BrokenBarrierError:
            self.was_alone = True
        time.sleep(self.waits.get(item, 0))
        self.n_ended += 1
        if item in self.failing:
            raise LookupError(item)
        return item.upper()


def ran(job, items=ITEMS):
    threading.excepthook = lambda args: None
    outcome = lab.calls(lab.load().in_threads, job, items)
    if job.n_ended < len(items) and len(job.calls) == len(items):
        lab.fail(f"in_threads ended when {job.n_ended} of {len(items)} calls had ended.", reply="not_waited")
    return outcome


@lab.check("each item is passed to a call of its own, in a thread of its own")
def own_threads():
    job = Job(waits=[(item, 0.02) for item in ITEMS])
    outcome = ran(job)
    here = threading.current_thread()
    lab.true(here not in job.threads, "The function was called in the thread of the caller.", reply="main_thread")
    lab.equal(sorted(job.calls), sorted(ITEMS), call="the items that were passed", reply="late_binding")
    lab.true(outcome.error is None, f"in_threads raised {outcome.error!r}.")


@lab.check("the calls overlap")
def overlap():
    job = Job(company=4)
    ran(job)
    lab.true(not job.was_alone, "Four calls should be under way at the same time, but they were not.", reply="one_by_one")


@lab.check("the results are in the order of the items")
def in_order():
    outcome = ran(Job(waits=[("d", 0.2), ("a", 0.15), ("c", 0.1), ("b", 0.05)]))
    lab.equal(outcome.value, ["D", "A", "C", "B"], call="the results for d, a, c, b", reply="order_of_ending")
    lab.equal(ran(Job(), []).value, [], call="in_threads(job, [])")


@lab.check("the exception of the first item that failed is raised, when all have ended")
def failures():
    job = Job(waits=[("a", 0.1), ("b", 0.05), ("d", 0.2)], failing=("a", "b"))
    outcome = ran(job)
    lab.true(isinstance(outcome.error, LookupError), f"The calls for a and b raised a LookupError, but in_threads gave "
             f"{outcome.error or outcome.value!r}.", reply="failure_lost")
    lab.equal(outcome.error.args, ("a",), call="the item of the exception")


@lab.check("the items may come from a generator")
def generator():
    outcome = lab.calls(lab.load().in_threads, str.upper, (item for item in ITEMS))
    lab.equal(outcome.value, ["D", "A", "C", "B"], call="the results for a generator of d, a, c, b")
