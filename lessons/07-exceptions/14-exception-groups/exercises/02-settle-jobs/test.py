"""Checks for settle-jobs: what is queued and what is raised."""

import lab


def settled(error):
    """Let run() raise `error`; return the queue and the outcome."""
    main = lab.load()

    def run():
        if error is not None:
            raise error

    queue = []
    return queue, lab.calls(main.settle, run, queue)


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for inner in error.exceptions for leaf in leaves(inner)]
    return [str(error)]


def nested():
    disk = [ConnectionResetError("dog"), ExceptionGroup("cache", [TimeoutError("owl")])]
    return [TimeoutError("cat"), ExceptionGroup("disk", disk)]


@lab.check("Without a failure, nothing happens")
def passes():
    queue, outcome = settled(None)
    lab.true(outcome.error is None and outcome.value is None, "Without a failure, settle() should "
             f"return None, but there was {outcome.error or outcome.value!r}.")
    queue, outcome = settled(ExceptionGroup("uploads", [TimeoutError("fox")]))
    lab.true(queue, "After a TimeoutError, the queue should not be empty.")


@lab.check("Temporary failures are queued in order")
def queues():
    group = ExceptionGroup("uploads", [TimeoutError("cat"), ConnectionError("dog")])
    queue, outcome = settled(group)
    sentence = f"The queue should be ['cat', 'dog'], but it is {queue}."
    if "sub-exception" in str(queue):
        lab.fail(sentence, reply="group_as_text")
    lab.true(queue == ["cat", "dog"], sentence)
    lab.true(outcome.error is None, "All failures were temporary, so settle() should return, but it "
             f"raised {outcome.error!r}.",
             reply="raises_none" if isinstance(outcome.error, TypeError) else None)


@lab.check("Failures in groups within the group are found")
def goes_deep():
    queue, outcome = settled(ExceptionGroup("uploads", nested()))
    lab.true(queue == ["cat", "dog", "owl"], "The queue should be ['cat', 'dog', 'owl'], but it is "
             f"{queue}.", reply="top_level_only")


@lab.check("The rest is raised as a group, without the temporary ones")
def raises_the_rest():
    failures = [*nested(), ValueError("hen"), ExceptionGroup("deep", [KeyError("elk")])]
    queue, outcome = settled(ExceptionGroup("uploads", failures))
    if outcome.error is None:
        lab.fail("A ValueError and a KeyError should be raised as a group, but settle() returned.",
                 reply="swallows_rest")
    found = leaves(outcome.error)
    sentence = f"The ValueError and the KeyError should be raised as a group, but it is {found}."
    lab.true("cat" not in found and "owl" not in found, sentence, reply="raises_whole_group")
    lab.true(isinstance(outcome.error, ExceptionGroup) and found == ["hen", "'elk'"], sentence)
    lab.equal(queue, ["cat", "dog", "owl"], call="The queue, when other failures are raised,")


@lab.check("A lone temporary failure is queued")
def takes_lone_ones():
    queue, outcome = settled(ConnectionError("cat"))
    lab.true(queue == ["cat"] and outcome.error is None, "After a lone ConnectionError the queue "
             f"should be ['cat'], but it is {queue}, and settle() ended with {outcome.error!r}.",
             reply="misses_lone")
