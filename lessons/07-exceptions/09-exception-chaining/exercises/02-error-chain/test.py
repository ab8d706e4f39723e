"""Checks for error-chain: the same steps as the traceback module takes."""

import lab


def raised(new, old, how):
    """Return `new`, raised while `old` is handled, in one of three ways."""
    try:
        try:
            raise old
        except BaseException:
            if how == "from none":
                raise new from None
            if how == "plain":
                raise new
            raise new from how
    except BaseException as error:
        return error


def names(found):
    try:
        return [str(error) for error in found]
    except TypeError:
        return found


def check_chain(error, expected, story, typical=None, reply=None):
    main = lab.load()
    found = names(main.chain(error))
    wrong = f"For {story}, chain() should find {expected}, but it found {found}."
    if found == expected:
        return
    if len(expected) > 1 and found == expected[::-1]:
        lab.fail(wrong, reply="newest_first")
    if found == expected[:-1] or found == expected[:-1][::-1]:
        lab.fail(wrong, reply="leaves_self_out")
    lab.fail(wrong, reply=reply if found == typical else None)


@lab.check("Three exceptions linked by `from` come earliest first")
def follows_causes():
    low, middle = OSError("low"), ValueError("middle")
    top = raised(RuntimeError("top"), raised(middle, low, low), middle)
    check_chain(top, ["low", "middle", "top"], "top from middle, middle from low")


@lab.check("Without `from`, the chain goes on with the context")
def follows_contexts():
    low, middle = OSError("low"), ValueError("middle")
    top = raised(RuntimeError("top"), raised(middle, low, "plain"), middle)
    check_chain(top, ["low", "middle", "top"],
                "top from middle, middle raised while low was handled",
                typical=["middle", "top"], reply="follows_cause_only")


@lab.check("A cause goes before the context")
def prefers_the_cause():
    top = raised(RuntimeError("top"), LookupError("handled"), OSError("cause"))
    check_chain(top, ["cause", "top"],
                "top from cause, raised while another exception was handled",
                typical=["handled", "top"], reply="follows_context_only")


@lab.check("What `from None` suppressed stays out")
def leaves_suppressed_out():
    middle = raised(ValueError("middle"), OSError("low"), "from none")
    top = raised(RuntimeError("top"), middle, middle)
    check_chain(top, ["middle", "top"], "top from middle, middle from None",
                typical=["low", "middle", "top"], reply="shows_suppressed")


@lab.check("An exception with no history is a list of one")
def takes_a_lone_exception():
    error = ValueError("alone")
    check_chain(error, ["alone"], "a lone exception")
    main = lab.load()
    lab.equal(main.headline(error), "ValueError: alone", call="headline(ValueError('alone'))")
