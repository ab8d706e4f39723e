"""Checks for bottleneck."""
import lab


class Machine:
    """A job of known wall and CPU time, and the clocks that show it."""

    def __init__(self, wall_time, cpu_time, error=None):
        self.times = wall_time, cpu_time
        self.error = error
        self.now = [5000.0, 300.0]
        self.runs = 0

    def job(self):
        self.runs += 1
        self.now = [clock + time for clock, time in zip(self.now, self.times)]
        if self.error:
            raise self.error


def verdict(machine):
    main = lab.load()
    outcome = lab.calls(main.bottleneck, machine.job, lambda: machine.now[0], lambda: machine.now[1])
    if isinstance(outcome.error, ZeroDivisionError):
        lab.fail(f"bottleneck raised {outcome.error!r}.", reply="divides_by_zero")
    lab.true(machine.runs == 1, f"The job was run {machine.runs} times.", reply="job_runs_twice")
    return outcome


def judged(wall_time, cpu_time, wanted, reply):
    came = verdict(Machine(wall_time, cpu_time)).value
    lab.equal(came, wanted, reply=reply,
              call=f"the verdict on a job of {wall_time} s on the wall and {cpu_time} s of CPU")


@lab.check("a job that waits is told from one that works")
def the_two():
    judged(8.0, 0.25, "waiting", "absolute_values")
    judged(8.0, 7.5, "working", "absolute_values")
    judged(0.03125, 0.03125, "working", "absolute_values")


@lab.check("more CPU time than wall time is parallel")
def parallel():
    judged(8.0, 24.0, "parallel", "cores_missed")


@lab.check("the limits belong to the verdict above them")
def limits():
    judged(8.0, 4.0, "working", "limit_wrong")
    judged(8.0, 3.75, "waiting", "limit_wrong")
    judged(8.0, 12.0, "parallel", "limit_wrong")
    judged(8.0, 11.75, "working", "limit_wrong")


@lab.check("a job in no time at all is waiting")
def no_time():
    judged(0.0, 0.0, "waiting", "divides_by_zero")


@lab.check("an exception of the job gets out")
def failing():
    error = LookupError("no report")
    outcome = verdict(Machine(1.0, 1.0, error))
    lab.true(outcome.error is error, f"The job raised {error!r}, but bottleneck gave {outcome.error or outcome.value!r}.",
             reply="failure_hidden")
