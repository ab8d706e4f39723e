"""Checks for failure-log: the texts and the places of what failed."""

import lab

done = []


def read_port():
    return {"host": "localhost"}["port"]  # raises


def start_server():
    try:
        read_port()
    except KeyError as error:
        raise OSError("server not started") from error


def give_up():
    raise ValueError


def interrupt():
    raise KeyboardInterrupt


def failures(main, **jobs):
    """Run jobs and return the records; run_all itself must not raise."""
    outcome = lab.calls(main.run_all, jobs)
    if outcome.error is not None:
        lab.fail(f"run_all() should go on when a job fails, but it raised {outcome.error!r}.")
    records = outcome.value
    lab.true(isinstance(records, list) and all(isinstance(it, dict) for it in records),
             f"run_all() should return a list of dictionaries, but it returned {records!r}.")
    for record in records:
        if "NoneType: None" in str(record):
            lab.fail(f"A record should describe the exception, but it is {record!r}.",
                     reply="outside_handler")
    return records


@lab.check("A failing job does not stop the others, and a good one leaves no record")
def goes_on():
    main = lab.load()
    done.clear()
    records = failures(main, good=lambda: done.append(1), bad=read_port, last=lambda: done.append(2))
    lab.equal(done, [1, 2], call="What the two good jobs did")
    lab.equal([record["job"] for record in records], ["bad"], call="The jobs with a record")


@lab.check("The summary is the last line of a traceback")
def summarizes():
    main = lab.load()
    first, second = failures(main, port=read_port, empty=give_up)
    lab.true(first["summary"] == "KeyError: 'port'", "The summary should be \"KeyError: 'port'\", "
             f"but it is {first['summary']!r}.",
             reply="message_only" if first["summary"] in ("'port'", "port") else None)
    found = second["summary"]
    lab.true(found == "ValueError", "For an exception without a message the summary should be "
             f"'ValueError', but it is {found!r}.",
             reply="colon_without_message" if found.strip() == "ValueError:" else None)


@lab.check("`where` names the function that raised, and the line")
def locates():
    main = lab.load()
    (record,) = failures(main, port=read_port)
    wanted = ("read_port", read_port.__code__.co_firstlineno + 1)
    found = record["where"]
    lab.true(found == wanted, f"`where` should be {wanted}, but it is {found!r}.",
             reply="outermost" if isinstance(found, tuple) and found[:1] != wanted[:1] else None)


@lab.check("The details are the whole traceback, chain included")
def keeps_details():
    main = lab.load()
    (record,) = failures(main, server=start_server)
    found = record["details"]
    lab.true(isinstance(found, str), f"The details should be one text, but they are {found!r}.")
    lab.true("\n\n  File" not in found and "\n\nOSError" not in found,
             f"The details should have the lines of a traceback, but they are {found!r}.",
             reply="double_spaced")
    lab.true("KeyError: 'port'" in found,
             f"The details should show the KeyError that was the cause, but they are {found!r}.",
             reply="no_chain")
    for part in ["Traceback (most recent call last):", "in start_server", "OSError: server not"]:
        lab.true(part in found, f"The details should contain {part!r}, but they are {found!r}.")


@lab.check("Ctrl-C stops the scheduler")
def stops():
    main = lab.load()
    outcome = lab.calls(main.run_all, {"interrupt": interrupt})
    lab.true(isinstance(outcome.error, KeyboardInterrupt), "A KeyboardInterrupt in a job should "
             f"leave run_all(), but it returned {outcome.value!r}.", reply="stops_nothing")
