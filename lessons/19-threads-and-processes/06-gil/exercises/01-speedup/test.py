"""Checks for speedup."""
import threading
import time
import lab


def measured(job, n):
    outcome = lab.calls(lab.load().speedup, job, n)
    lab.true(isinstance(outcome.value, (int, float)), f"speedup gave {outcome.error or outcome.value!r}, not a number.")
    return outcome.value


@lab.check("waiting in n threads is n times as fast")
def waiting():
    for n in (4, 6):
        factor = measured(lambda: time.sleep(0.1), n)
        said = f"For a job that sleeps, speedup(job, {n}) gave {factor:.2f}."
        lab.true(factor > 0.5, said, reply="upside_down")
        lab.true(factor > 2, said, reply="join_in_loop")
        lab.true(factor < n * 1.1, said, reply="starts_only")
        lab.true(factor > n * 0.7, said)


@lab.check("the job is called as often in threads as in turn, and only as often")
def same_work():
    callers = []
    measured(lambda: (time.sleep(0.01), callers.append(threading.current_thread())), 5)
    here = threading.current_thread()
    n_here = callers.count(here)
    lab.true((n_here, len(callers)) == (5, 10), f"For n = 5 there were {n_here} calls in turn and "
             f"{len(callers) - n_here} in threads.", reply="not_the_same_work")
    lab.equal(len({thread for thread in callers if thread is not here}), 5, call="the number of threads", reply="not_the_same_work")
