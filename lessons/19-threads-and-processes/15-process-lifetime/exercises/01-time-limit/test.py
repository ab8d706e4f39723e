"""Checks for time-limit."""
import multiprocessing
import os
import threading
import time
import lab


def ended(job, seconds, **grace):
    """Return what run_limited returned for a job, and how long it took."""
    main = lab.load()
    import jobs

    came, start = [], time.monotonic()
    work = threading.Thread(target=lambda: came.append(lab.calls(main.run_limited, getattr(jobs, job), seconds, **grace)), daemon=True)
    work.start()
    work.join(10)
    took = time.monotonic() - start
    outcomes = list(came)  # what comes after the time, by our killing, is too late
    left = multiprocessing.active_children()
    for process in left:
        process.kill()
    lab.true(outcomes, f"run_limited(jobs.{job}, {seconds}) had not ended after 10 seconds.",
             reply="waits_for_the_stubborn" if job == "stubborn" else "not_stopped")
    lab.true(outcomes[0].error is None, f"run_limited(jobs.{job}, {seconds}) raised {outcomes[0].error!r}.")
    return outcomes[0].value, took, left


@lab.check("a process that ends in time is done, or has failed")
def in_time():
    lab.equal(ended("quick", 8)[0], "done", call="the answer for a quick job")
    lab.true(ended("quick", 8)[1] < 5, "A quick job with a limit of 8 seconds took more than 5.")
    for job in ("fails", "crashes"):
        lab.equal(ended(job, 8)[0], "failed", call=f"the answer for a job that {job}", reply="exit_code_ignored")


@lab.check("a process that takes too long is stopped")
def too_long():
    answer, _, left = ended("endless", 1.5)
    lab.true(not left, "The process is still alive.", reply="not_stopped" if answer != "killed" else "not_reaped")
    lab.equal(answer, "stopped", call="the answer for an endless job", reply="killed_at_once" if answer == "killed" else None)


@lab.check("a careful process gets the time to clean up")
def careful():
    answer, _, left = ended("careful", 1.5, grace=3)
    lab.true(os.path.exists("cleaned.txt"), "A job that cleans up after itself could not.", reply="killed_at_once")
    lab.equal(answer, "stopped", call="the answer for a careful job")


@lab.check("a process that ignores the request is killed")
def stubborn():
    answer, took, left = ended("stubborn", 1.5)
    lab.true(not left, "The process is still alive.", reply="not_reaped")
    lab.equal(answer, "killed", call="the answer for a stubborn job")
