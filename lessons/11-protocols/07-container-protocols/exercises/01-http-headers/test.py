"""Checks for http-headers."""
import lab


def filled():
    headers = lab.load().Headers()
    headers["Content-Type"] = "text/html"
    headers["Host"] = "example.org"
    headers["CONTENT-type"] = "text/plain"
    return headers


def with_empty_one():
    headers = filled()
    headers["X-Note"] = ""
    return headers


@lab.check("a header is found under any spelling")
def found():
    headers = filled()
    for name in ("content-type", "Content-Type", "CONTENT-TYPE"):
        outcome = lab.calls(lambda: headers[name])
        lab.true(outcome.error is None, f"headers[{name!r}] raised {outcome.error!r}.",
                 reply="case_counts" if isinstance(outcome.error, KeyError) else None)
        lab.equal(outcome.value, "text/plain", call=f"headers[{name!r}]", reply="case_counts")


@lab.check("in answers, under any spelling")
def contains():
    headers = with_empty_one()
    for name, expected in [("Host", True), ("HOST", True), ("accept", False), ("x-note", True)]:
        outcome = lab.calls(lambda: name in headers)
        lab.true(outcome.error is None, f"{name!r} in headers raised {outcome.error!r}.", reply="in_raises")
        lab.equal(outcome.value, expected, call=f"{name!r} in headers", reply="case_counts" if name == "HOST" else None)


@lab.check("a loop gives the names, as they were spelled last, in their order")
def names():
    headers = filled()
    lab.equal(len(headers), 2, call="len(headers)", reply="case_counts")
    outcome = lab.calls(list, headers)
    lab.true(outcome.error is None, f"list(headers) raised {outcome.error!r}.")
    reply = None
    if outcome.value == ["Host", "CONTENT-type"]:
        reply = "new_place"
    elif [str(it).lower() for it in outcome.value] == ["content-type", "host"]:
        reply = "loses_spelling"
    lab.equal(outcome.value, ["CONTENT-type", "Host"], call="list(headers)", reply=reply)


@lab.check("a missing header is a KeyError")
def missing():
    headers = filled()

    def delete():
        del headers["Accept"]
    for action, text in [(lambda: headers["Accept"], "headers['Accept']"), (delete, "del headers['Accept']")]:
        lab.raises(KeyError, action, call=text, reply="missing_is_error")


@lab.check("del takes a header away")
def deletes():
    headers = filled()

    def delete():
        del headers["host"]
    outcome = lab.calls(delete)
    lab.true(outcome.error is None, f"del headers['host'] raised {outcome.error!r}.", reply="case_counts")
    lab.equal((len(headers), "Host" in headers, list(headers)), (1, False, ["CONTENT-type"]),
              call="(len, 'Host' in headers, list) after del headers['host']")
