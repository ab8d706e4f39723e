"""Checks for event-log."""
import lab


@lab.check("each call without a log starts a new one")
def new_log():
    record = lab.load().record
    _, one = record("start")
    _, two = record("stop")
    lab.true(one is not two and len(two) == 1, f"After two calls without a log, the second log is {two!r}.",
             reply="shared_log")
    lab.equal([event["text"] for event in one], ["start"], call="the texts in the first log")


@lab.check("a log that is given is used, even an empty one")
def given_log():
    record = lab.load().record
    mine = []
    event, log = record("start", mine)
    lab.true(log is mine and mine == [event], f"After record('start', mine), mine is {mine!r}.",
             reply="empty_log_ignored")
    record("stop", log=mine)
    lab.equal([each["text"] for each in mine], ["start", "stop"], call="the texts in mine")


@lab.check("the number is taken at the call")
def numbers():
    record = lab.load().record
    first, second = record("a")[0]["at"], record("b")[0]["at"]
    lab.true(second == first + 1, f"Two events have the numbers {first!r} and {second!r}.", reply="old_time")
    lab.equal(record("c", at=0)[0]["at"], 0, call="the number of record('c', at=0)", reply="time_ignored")
    lab.equal(record("d")[0]["at"], second + 1, call="the number after an event that had its own")


@lab.check("each event has its own tags")
def tags():
    record = lab.load().record
    lab.equal(record("a")[0]["tags"], ["new"], call="the tags of record('a')")
    lab.equal(record("b")[0]["tags"], ["new"], call="the tags of record('b')", reply="shared_tags")
    mine = ["red"]
    event, _ = record("c", tags=mine)
    lab.equal(event["tags"], ["red", "new"], call="the tags of record('c', tags=['red'])")
    lab.equal(mine, ["red"], call="The caller's list of tags", reply="shared_tags")
    empty = []
    record("d", tags=empty)[0]["tags"].append("more")
    lab.equal(empty, [], call="The caller's empty list of tags", reply="shared_tags")


@lab.check("no parent and parent not given are different")
def parents():
    record = lab.load().record
    _, log = record("start")
    lab.equal(log[0]["parent"], None, call="the parent of the first event")
    lab.equal(record("middle", log)[0]["parent"], "start", call="the parent of the second event",
              reply="none_is_root")
    lab.equal(record("root", log, parent=None)[0]["parent"], None,
              call="the parent of record('root', log, parent=None)", reply="none_is_root")
    lab.equal(record("x", log, parent="start")[0]["parent"], "start", call="the parent that was given")
