"""Checks for run-jobs."""
import lab


class TapeJammed(Exception):
    """A type that only these checks know."""


def job(done, name, error=None):
    def run():
        done.append(name)
        if error is not None:
            raise error
    return run


def outcome_of(*errors):
    done = []
    jobs = [job(done, number, error) for number, error in enumerate(errors)]
    return lab.calls(lab.load().run_jobs, jobs), done


@lab.check("a failed job is reported, and the others still run")
def goes_on():
    outcome, done = outcome_of(None, ValueError("bad"), None)
    story = f"Of three jobs the second failed; run_jobs ran {len(done)} of them and gave {outcome.error or outcome.value!r}."
    lab.true(done == [0, 1, 2], story, reply="stops_at_failure" if done == [0, 1] else None)
    lab.true(outcome.error is None, story)
    lab.equal(outcome.value, ["ok", "ValueError", "ok"], call="run_jobs on jobs of which the second fails",
              reply="names_the_family" if "Exception" in str(outcome.value) else None)


@lab.check("every ordinary type of failure is reported by its own name")
def all_types():
    outcome, done = outcome_of(KeyError("x"), TapeJammed(), RecursionError(), None, OSError(), StopIteration())
    lab.true(outcome.error is None, f"A job raised an exception of another type, and run_jobs let "
             f"{outcome.error!r} out.", reply="too_narrow")
    lab.equal(outcome.value, ["KeyError", "TapeJammed", "RecursionError", "ok", "OSError", "StopIteration"],
              call="run_jobs on jobs that fail in five ways")


def stops(error, pressed):
    outcome, done = outcome_of(None, error, None)
    if outcome.error is None:
        named = type(error).__name__ in outcome.value and len(outcome.value) < 3
        lab.fail(f"After {pressed} run_jobs returned {outcome.value!r}.",
                 reply="exit_is_a_failure" if named else "swallows_stop")
    lab.true(outcome.error is error and done == [0, 1],
             f"After {pressed} run_jobs should end at once, but it ran the jobs {done} and raised {outcome.error!r}.")


@lab.check("Ctrl-C ends the batch at once")
def ctrl_c():
    stops(KeyboardInterrupt(), "Ctrl-C")


@lab.check("a job that calls sys.exit ends the batch at once")
def exits():
    stops(SystemExit("disk full"), "sys.exit('disk full')")
