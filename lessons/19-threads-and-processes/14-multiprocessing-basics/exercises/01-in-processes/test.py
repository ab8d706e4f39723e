"""Checks for in-processes."""
import multiprocessing
import os
import threading
import lab


def called(function, items):
    """Return what in_processes returned."""
    main = lab.load()
    import jobs

    outcomes = []
    work = threading.Thread(target=lambda: outcomes.append(lab.calls(main.in_processes, getattr(jobs, function), items)), daemon=True)
    work.start()
    work.join(15)
    lab.true(outcomes, f"in_processes(jobs.{function}, {items}) had not ended after 15 seconds.", reply="no_results")
    error = outcomes[0].error
    if error is not None and ("pickle" in repr(error).lower() or "local object" in repr(error)):
        lab.fail(f"in_processes raised {error!r}.", reply="nested_function")
    lab.true(error is None, f"in_processes raised {error!r}.", reply="no_results" if isinstance(error, (KeyError, IndexError)) else None)
    return outcomes[0].value


@lab.check("the results come back, in the order of the items")
def results():
    came = called("times_ten", [1, 4, 2, 3])
    lab.true(isinstance(came, list) and len(came) == 4 and None not in came, f"The results for 1, 4, 2, 3 were {came!r}.", reply="no_results")
    lab.equal(came, [10, 40, 20, 30], call="the results for 1, 4, 2, 3", reply="wrong_order")
    lab.equal(called("times_ten", []), [], call="in_processes(function, [])")


@lab.check("each call is made in a process of its own, and they overlap")
def own_processes():
    came = called("where", [0.5, 0.5, 0.5])
    pids = {pid for _, pid, _, _ in came}
    lab.true(os.getpid() not in pids and len(pids) == 3, f"Three calls were made in the processes {sorted(pids)}, and "
             f"in_processes was called in {os.getpid()}.", reply="same_process")
    last_start, first_end = max(it[2] for it in came), min(it[3] for it in came)
    lab.true(last_start < first_end, "The last call began when the first had ended.", reply="one_by_one")
    lab.equal(multiprocessing.active_children(), [], call="the processes that are left")
