"""Checks for checked-arguments."""
import inspect
import lab

ran = []


def resize(image, width: int, *more: int, mode: str = None, **extra: float):
    ran.append(image)
    return image, width, more, mode, extra


def attempt(*args, **kwargs):
    ran.clear()
    function = lab.load().checked(resize)
    return lab.calls(lambda: function(*args, **kwargs))


def rejects(sentence, *args, reply=None, **kwargs):
    outcome = attempt(*args, **kwargs)
    story = f"resize with {args} and {kwargs} gave {outcome.error or outcome.value!r}."
    lab.true(isinstance(outcome.error, TypeError), story, reply=reply)
    lab.true(not ran, f"resize with {args} and {kwargs} was called all the same.", reply="ran_anyway")
    lab.true(str(outcome.error) == sentence, f"The message should be {sentence!r}, but it is {str(outcome.error)!r}.",
             reply="message_poor")


@lab.check("good arguments go through, and the result comes back")
def passes():
    for args, kwargs, expected in ((("a", 1), {}, ("a", 1, (), None, {})),
                                   ((None, 1, 2), {"mode": "x", "z": 1.5}, (None, 1, (2,), "x", {"z": 1.5}))):
        outcome = attempt(*args, **kwargs)
        named = str(outcome.error).partition(" ")[0]
        reply = {"mode": "default_checked", "image": "rejects_unannotated", "more": "extras_unchecked",
                 "extra": "extras_unchecked"}.get(named)
        lab.true(outcome.error is None, f"resize with {args} and {kwargs} raised {outcome.error!r}.", reply=reply)
        lab.true(outcome.value is not None, "The decorated function returned None.", reply="result_lost")
        lab.equal(outcome.value, expected, call=f"resize with {args} and {kwargs}")


@lab.check("a wrong positional argument is a TypeError that names it")
def positional():
    rejects("width should be int, not str", "a", "80")


@lab.check("a wrong named argument is found as well")
def named():
    rejects("width should be int, not float", width=1.5, image="a", reply="only_positional")
    rejects("mode should be str, not int", "a", 1, mode=3, reply="only_positional")


@lab.check("each extra is checked")
def extras():
    rejects("more should be int, not str", "a", 1, 2, "3", reply="extras_unchecked")
    rejects("extra should be float, not str", "a", 1, zoom=1.5, turn="left", reply="extras_unchecked")
    outcome = attempt("a", 1, mode="fit", zoom=0.5)
    lab.true(outcome.error is None, f"resize('a', 1, mode='fit', zoom=0.5) raised {outcome.error!r}.", reply="extras_unchecked")


@lab.check("unions work, and the signature is kept")
def unions():
    def wait(seconds: int | None):
        return seconds
    function = lab.load().checked(wait)
    lab.equal([function(3), function(None)], [3, None], call="wait(3) and wait(None)")
    error = lab.raises(TypeError, function, "3", call="wait('3')")
    lab.true(str(error) == "seconds should be int | None, not str", f"The message is {str(error)!r}.", reply="message_poor")
    lab.equal((function.__name__, str(inspect.signature(function))), ("wait", "(seconds: int | None)"),
              call="the name and the signature")
