"""Checks for status-code."""
import ast
import lab

BAD_BYTES = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")


def gives(code, *errors):
    for error in errors:
        def action():
            raise error
        outcome = lab.calls(lab.load().status_of, action)
        call = f"status_of on an action that raises {type(error).__name__}"
        if outcome.error is not None:
            tested = [node for node in ast.walk(lab.tree()) if isinstance(node, ast.ExceptHandler)]
            joined = any(isinstance(node.type, ast.BoolOp) for node in tested)
            lab.fail(f"{call} should return {code}, but it raised {outcome.error!r}.",
                     reply="or_instead_of_tuple" if joined else None)
        reply = None
        if outcome.value is None:
            reply = "returns_nothing"
        elif outcome.value == 500:
            exact = any(isinstance(node, ast.Compare) for node in ast.walk(lab.tree()))
            reply = "exact_type_only" if exact else "general_first"
        lab.equal(outcome.value, code, call=call, reply=reply)


@lab.check("an action without a failure gives 200")
def success():
    lab.equal(lab.load().status_of(dict), 200, call="status_of on an action that works", reply="returns_nothing")


@lab.check("missing things give 404: files, keys and indexes")
def missing():
    gives(404, FileNotFoundError("about.html"), KeyError("id"), IndexError("page"))


@lab.check("bad values give 400, those of its subclasses as well")
def bad_value():
    gives(400, ValueError("page"), BAD_BYTES)


@lab.check("network trouble gives 503")
def network():
    gives(503, TimeoutError(), ConnectionError(), ConnectionResetError(), BrokenPipeError())


@lab.check("a forbidden file gives 403, any other trouble of the system 500")
def system():
    gives(403, PermissionError("secret.txt"))
    gives(500, OSError("disk"), IsADirectoryError("static"))


@lab.check("any other exception gets out")
def bugs():
    for error in (TypeError("bug"), ZeroDivisionError("bug"), AttributeError("bug"), RuntimeError("bug")):
        def action():
            raise error
        lab.raises(type(error), lab.load().status_of, action,
                   call=f"status_of on an action that raises {type(error).__name__}", reply="hides_bugs")
