"""Checks for failure-record."""
import lab


class QuotaExceeded(ValueError):
    """A type that only these checks know."""


MISSING = FileNotFoundError(2, "No such file or directory", "prices.csv")


def entry(error, key):
    outcome = lab.calls(lab.load().failure_record, error)
    failure = outcome.error
    if isinstance(failure, AttributeError):
        for name, reply in (("message", "message_attribute"), ("filename", "filename_missing")):
            lab.true(failure.name != name, f"failure_record({error!r}) raised {failure!r}.", reply=reply)
    lab.true(not isinstance(failure, IndexError),
             f"failure_record({error!r}) raised {failure!r}.", reply="first_argument")
    lab.true(failure is None, f"failure_record({error!r}) raised {failure!r}.")
    record = outcome.value
    lab.true(isinstance(record, dict) and set(record) == {"type", "message", "file"},
             f"failure_record({error!r}) should return the three entries, but returned {record!r}.")
    return record[key]


@lab.check("the type is the name of the exception's own class")
def own_type():
    for error in (ValueError("price is negative"), QuotaExceeded("too many rows"), MISSING):
        name = entry(error, "type")
        call = f"the type for {error!r}"
        lab.true("<class" not in str(name), f"{call} is {name!r}.", reply="class_as_text")
        bases = [base.__name__ for base in type(error).__mro__[1:]]
        lab.true(name not in bases or name == "Exception", f"{call} is {name!r}.", reply="base_type")
        lab.equal(name, type(error).__name__, call=call)


@lab.check("the message is what a traceback shows after the colon")
def message():
    for error in (ValueError("price is negative"), KeyError("sku"), MISSING, ValueError("range", 7)):
        text = entry(error, "message")
        call = f"the message for {error!r}"
        lab.true(text != repr(error), f"{call} is {text!r}.", reply="repr_as_message")
        lab.true(text not in (*error.args, str(error.args[0])) or text == str(error),
                 f"{call} is {text!r}.", reply="first_argument")
        lab.equal(text, str(error), call=call)


@lab.check("an exception without arguments has the empty message")
def no_arguments():
    lab.equal(entry(TimeoutError(), "message"), "", call="the message for TimeoutError()")


@lab.check("the file is there when the exception carries one")
def file_name():
    lab.equal(entry(MISSING, "file"), "prices.csv", call=f"the file for {MISSING!r}")
    lab.equal(entry(ConnectionError("reset"), "file"), None, call="the file for ConnectionError('reset')")
    lab.equal(entry(KeyError("sku"), "file"), None, call="the file for KeyError('sku')")
