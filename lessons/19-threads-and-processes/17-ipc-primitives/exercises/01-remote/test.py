"""Checks for remote."""
import multiprocessing
import os
import threading
import lab


def within(seconds, function, *args):
    """Call a function in a thread of its own; return its outcome, or None if it takes longer."""
    outcomes = []
    thread = threading.Thread(target=lambda: outcomes.append(lab.calls(function, *args)), daemon=True)
    thread.start()
    thread.join(seconds)
    return outcomes[0] if outcomes else None


def remote_for(job):
    """Return a new Remote and the processes that it started."""
    for process in multiprocessing.active_children():
        process.kill()
        process.join()
    main = lab.load()
    import jobs

    outcome = within(10, main.Remote, getattr(jobs, job))
    lab.true(outcome is not None and outcome.error is None, f"Remote(jobs.{job}) gave {outcome and outcome.error!r}.")
    return main, outcome.value


def answered(remote, *args, reply=None):
    outcome = within(10, remote.call, *args)
    shown = ", ".join(map(repr, args))
    lab.true(outcome is not None, f"call({shown}) had not ended after 10 seconds.", reply=reply)
    return outcome


@lab.check("calls are made in one other process, which keeps its state")
def calls():
    _, remote = remote_for("remember")
    first, second = answered(remote, "lamp"), answered(remote, "desk")
    lab.true(first.error is None and second.error is None, f"Two calls gave {first.error!r} and {second.error!r}.")
    lab.true(first.value[1] == second.value[1] and second.value[0] == ["lamp", "desk"], f"The second call knows "
             f"{second.value[0]} in process {second.value[1]}; the first ran in {first.value[1]}.", reply="new_process_each_call")
    lab.true(first.value[1] != os.getpid(), "The function was called in the process that made the Remote.")
    within(10, remote.close)


@lab.check("exceptions come back, and do not end the process")
def exceptions():
    _, remote = remote_for("divide")
    outcome = answered(remote, 1, 0, reply="exception_lost")
    lab.true(isinstance(outcome.error, ZeroDivisionError), f"1 / 0 in the other process gave "
             f"{outcome.error or outcome.value!r}.", reply="exception_lost")
    outcome = answered(remote, 6, 3, reply="dies_of_exception")
    lab.true(outcome.value == 2, f"After a call that failed, the next gave {outcome.error or outcome.value!r}.",
             reply="dies_of_exception")
    within(10, remote.close)


@lab.check("a process that has died is noticed")
def died():
    main, remote = remote_for("die")
    outcomes = [answered(remote, 1, reply="hangs_when_dead") for _ in range(2)]
    for outcome in outcomes:
        lab.true(isinstance(outcome.error, main.RemoteDied), f"The process ended in the middle of a call, and call gave "
                 f"{outcome.error or outcome.value!r}.", reply="hangs_when_dead")
    lab.true(within(10, remote.close) is not None, "close() had not ended after 10 seconds.", reply="not_closed")


@lab.check("close ends the process, and so does the with statement")
def closing():
    _, remote = remote_for("divide")
    answered(remote, 6, 3)
    for _ in range(2):
        outcome = within(10, remote.close)
        lab.true(outcome is not None and outcome.error is None, f"close() gave {outcome and outcome.error!r}.", reply="not_closed")
    lab.true(not multiprocessing.active_children(), "The process lives after close().", reply="not_closed")
    _, remote = remote_for("divide")
    with remote as entered:
        lab.equal(answered(entered, 6, 2).value, 3.0, call="call(6, 2) in a with block")
    lab.true(not multiprocessing.active_children(), "The process lives after the with block.", reply="not_closed")
