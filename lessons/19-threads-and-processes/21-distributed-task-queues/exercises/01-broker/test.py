"""Checks for broker."""
import lab


def broker(*args, **kwargs):
    return lab.load().Broker(*args, **kwargs)


def handed(it, now, wanted, reply=None):
    """Check what get hands out; return the number."""
    outcome = lab.calls(it.get, now)
    lab.true(outcome.error is None, f"get({now}) raised {outcome.error!r}.")
    task = None if outcome.value is None else outcome.value[1]
    lab.equal(task, wanted, call=f"the task from get({now})", reply=reply)
    return outcome.value and outcome.value[0]


def said(it, what, number, now, reply=None):
    outcome = lab.calls(getattr(it, what), number, now)
    lab.true(outcome.error is None, f"{what}({number}, {now}) raised {outcome.error!r}.", reply=reply)


@lab.check("tasks are handed out in the order in which they are due, and not before")
def order():
    it = broker()
    it.put("late", 0, delay=10)
    it.put("first", 0)
    it.put("second", 0)
    numbers = [handed(it, 0, "first"), handed(it, 0, "second"), handed(it, 9, None, "too_early"), handed(it, 10, "late")]
    lab.equal(len({it for it in numbers if it is not None}), 3, call="how many different numbers three tasks got")


@lab.check("a task that is done is not handed out again")
def acknowledged():
    it = broker(limit=60)
    it.put("convert", 0)
    number = handed(it, 0, "convert")
    handed(it, 59, None, "twice")
    said(it, "done", number, 59)
    handed(it, 1000, None, "twice")
    lab.equal(it.dead, [], call="the dead tasks")


@lab.check("a failed task comes back, later and later, and then no more")
def failing():
    it = broker(attempts=4)
    it.put("convert", 0)
    now = 100
    for pause in (1, 2, 4):
        number = handed(it, now, "convert", "lost")
        said(it, "failed", number, now)
        handed(it, now + pause - 0.5, None, "no_backoff")
        now += pause
    number = handed(it, now, "convert", "no_backoff")
    said(it, "failed", number, now)
    handed(it, now + 500, None, "never_dead")
    lab.equal(it.dead, ["convert"], call="the dead tasks after four failures", reply="never_dead")


@lab.check("the task of a worker that died is handed out again")
def dying():
    it = broker(attempts=2, limit=30)
    it.put("convert", 0)
    handed(it, 0, "convert")
    handed(it, 29, None, "twice")
    handed(it, 30, "convert", "lost")
    handed(it, 100, None, "never_dead")
    lab.equal(it.dead, ["convert"], call="the dead tasks after two workers died", reply="never_dead")


@lab.check("what a worker says too late is ignored")
def late():
    it = broker(attempts=5, limit=30)
    it.put("convert", 0)
    slow = handed(it, 0, "convert")
    fresh = handed(it, 40, "convert", "lost")
    for word in ("done", "failed", "done"):
        said(it, word, slow, 41, reply="late_answer")
    handed(it, 50, None, "late_answer")
    handed(it, 80, "convert", "late_answer")
    said(it, "done", 12345, 80, reply="late_answer")
