"""Checks for rate-limiter."""
import lab


class Clock:
    def __init__(self):
        self.now = 100

    def __call__(self):
        return self.now


def through(limit, per, times):
    """Call once at each time; return the times at which the call went through."""
    clock = Clock()
    ran = []
    function = lab.load().RateLimiter(limit, per, clock)(lambda: ran.append(clock.now))
    for clock.now in times:
        outcome = lab.calls(function)
        lab.true(outcome.error is None or isinstance(outcome.error, RuntimeError), f"A call raised {outcome.error!r}.")
        if (outcome.error is None) != (clock.now in ran):
            lab.fail("A call that was refused ran the function, or a call that was not refused did not.")
    return ran


@lab.check("within the time, only so many calls go through")
def limits():
    lab.equal(through(2, 10, [100, 101, 102, 103]), [100, 101], call="the calls at 100, 101, 102 and 103, two in 10 seconds,",
              reply="too_many")


@lab.check("after the time, calls go through again")
def recovers():
    lab.equal(through(1, 10, [100, 109, 110, 119.5, 120]), [100, 110, 120],
              call="the calls at 100, 109, 110, 119.5 and 120, one in 10 seconds,", reply="never_recovers")


@lab.check("any window of that length is limited")
def sliding():
    found = through(2, 10, [100, 109, 111, 112, 119])
    lab.equal(found, [100, 109, 111, 119], call="the calls at 100, 109, 111, 112 and 119, two in 10 seconds,",
              reply="fixed_window")


@lab.check("functions under one limiter share it, and others do not")
def shared():
    RateLimiter, clock = lab.load().RateLimiter, Clock()
    limiter, other = RateLimiter(1, 10, clock), RateLimiter(1, 10, clock)
    one, two, three = limiter(lambda: 1), limiter(lambda: 2), other(lambda: 3)
    one()
    outcome = lab.calls(two)
    lab.true(isinstance(outcome.error, RuntimeError), f"A second function under the limiter gave {outcome.value!r}.",
             reply="not_shared")
    lab.equal(lab.calls(three).value, 3, call="a function under another limiter")


@lab.check("methods can be decorated")
def methods():
    limiter = lab.load().RateLimiter(2, 10, Clock())

    class Robot:
        @limiter
        def move(self, steps):
            """Move."""
            return steps
    outcome = lab.calls(lambda: Robot().move(3))
    lab.true(outcome.value == 3, f"Robot().move(3) gave {outcome.error or outcome.value!r}.", reply="method_broken")
    lab.equal(Robot.move.__name__, "move", call="The name of the method")


@lab.check("left tells how many calls would go through now")
def left():
    clock = Clock()
    limiter = lab.load().RateLimiter(2, 10, clock)
    function, found = limiter(lambda: None), []
    for clock.now, call in ((100, False), (100, True), (105, True), (109, False), (110, False), (115, False)):
        if call:
            function()
        found.append(getattr(limiter, "left", None))
    lab.equal(found, [2, 1, 0, 0, 1, 2], call="left at 100, after calls at 100 and 105, and at 109, 110 and 115,",
              reply="left_stale")
