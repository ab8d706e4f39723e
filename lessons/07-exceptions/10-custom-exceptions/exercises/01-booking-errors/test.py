"""Checks for booking-errors: hierarchy, fields, travel, boundary."""

import copy
import pickle

import lab


def make_errors(main):
    """Return one exception of each kind, made with keywords."""
    return [
        (main.NotFound(kind="room", ident=12), "no room with id 12"),
        (main.InvalidField(field="nights", problem="must be positive"),
         "nights: must be positive"),
    ]


@lab.check("Step 1: one base class covers NotFound and InvalidField")
def has_a_base():
    main = lab.load()
    for name in ["NotFound", "InvalidField"]:
        lab.true(hasattr(main, name), f"There should be a class {name}.")
        lab.true(issubclass(getattr(main, name), main.BookingError),
                 f"{name} should derive from BookingError.", reply="no_common_base")
    lab.true(issubclass(main.BookingError, Exception),
             "`except Exception` should catch a BookingError.", reply="outside_exception")
    codes = [main.BookingError.code, main.NotFound.code, main.InvalidField.code]
    lab.equal(codes, ["booking_error", "not_found", "invalid_field"], call="The three codes")


@lab.check("Step 2: the fields and the message are there")
def has_fields():
    main = lab.load()
    missing, invalid = (error for error, message in make_errors(main))
    lab.equal((missing.kind, missing.ident), ("room", 12), call="The fields of a NotFound")
    lab.equal((invalid.field, invalid.problem), ("nights", "must be positive"),
              call="The fields of an InvalidField")
    for error, message in make_errors(main):
        call = f"str() of a {type(error).__name__} made with keywords"
        lab.true(str(error), f"{call} should be {message!r}, but it is empty.",
                 reply="lost_message")
        lab.equal(str(error), message, call=call)
    lab.equal(str(main.NotFound("guest", 3)), "no guest with id 3", call="str(NotFound('guest', 3))")


@lab.check("Step 2: an exception survives pickle and copy")
def travels():
    main = lab.load()
    for error, message in make_errors(main):
        packed = pickle.dumps(error)
        for how, function in [("pickle", lambda: pickle.loads(packed)),
                              ("copy.copy", lambda: copy.copy(error))]:
            outcome = lab.calls(function)
            story = f"After {how}, a {type(error).__name__} should say {message!r}"
            lab.true(outcome.error is None, f"{story}, but there is {outcome.error!r}.",
                     reply="does_not_travel")
            lab.true(str(outcome.value) == message and vars(outcome.value) == vars(error),
                     f"{story} and keep its fields, but it says {str(outcome.value)!r} and has "
                     f"{vars(outcome.value)}.", reply="does_not_travel")


@lab.check("Step 3: to_response answers with code, message and field")
def answers():
    main = lab.load()
    lab.equal(main.to_response(main.NotFound("room", 12)),
              {"error": "not_found", "message": "no room with id 12"},
              call="to_response(NotFound('room', 12))")
    lab.equal(main.to_response(main.InvalidField("nights", "must be positive")),
              {"error": "invalid_field", "message": "nights: must be positive", "field": "nights"},
              call="to_response(InvalidField('nights', 'must be positive'))")


@lab.check("Step 3: to_response works for a subclass added later")
def answers_subclasses():
    main = lab.load()
    answers = {}
    for message in ["no longer possible", "nights: no room with id 3"]:
        late = type("TooLate", (main.InvalidField,),
                    {"code": "too_late", "__str__": lambda self: message})
        outcome = lab.calls(main.to_response, late("nights", "passed"))
        answers[message] = {**(outcome.value or {}), "message": None}
    first, second = answers.values()
    lab.true(first == second, "The same exception with two wordings is answered in two ways: "
             f"{answers}.", reply="parses_message")
    lab.equal(first, {"error": "too_late", "message": None, "field": "nights"},
              call="The answer for a subclass of InvalidField, without its message,")


@lab.check("Step 3: to_response lets other exceptions travel on")
def lets_bugs_through():
    main = lab.load()
    bug = ZeroDivisionError("division by zero")
    outcome = lab.calls(main.to_response, bug)
    lab.true(outcome.error is bug, f"to_response({bug!r}) should raise that exception again, but it "
             f"returned {outcome.value!r}.", reply="swallows_bugs")
