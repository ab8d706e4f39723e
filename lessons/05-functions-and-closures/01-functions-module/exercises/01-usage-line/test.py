"""Checks for usage-line."""
import lab


def copy(source, target, *, mode=420, force=False):
    backup = target
    return backup


def plain(first, second):
    third = first
    return third


def falsy(path, prefix="", depth=0, parent=None):
    pass


def empty():
    pass


@lab.check("the function's name comes first, and stands alone without parameters")
def no_parameters():
    usage = lab.load().usage
    lab.equal(usage(empty), "empty", call="usage(empty)")
    renamed = plain
    found = usage(renamed)
    lab.true(str(found).startswith("plain "), f"usage(plain) should begin with 'plain ', but it is {found!r}.")


@lab.check("required parameters are shown in capitals")
def required():
    found = lab.load().usage(plain)
    lab.true("THIRD" not in str(found), f"usage(plain) gave {found!r}.", reply="local_variables")
    lab.equal(found, "plain FIRST SECOND", call="usage(plain)")


@lab.check("defaults are shown in brackets, whatever they are")
def defaults():
    found = lab.load().usage(falsy)
    lab.true("[PREFIX=]" not in str(found), f"usage(falsy) gave {found!r}, for def falsy(path, prefix='', ...).",
             reply="no_repr")
    sentence = f"usage(falsy) gave {found!r}, for def falsy(path, prefix='', depth=0, parent=None)."
    for word in ("[PREFIX='']", "[DEPTH=0]", "[PARENT=None]"):
        lab.true(word in str(found), sentence, reply="falsy_default")
    lab.equal(found, "falsy PATH [PREFIX=''] [DEPTH=0] [PARENT=None]", call="usage(falsy)")


@lab.check("parameters behind the * belong to it")
def keyword_only():
    lab.equal(lab.load().usage(copy), "copy SOURCE TARGET [MODE=420] [FORCE=False]",
              call="usage(copy)", reply="keyword_only_lost")


@lab.check("the name is the function's own")
def own_name():
    def helper(x):
        pass
    helper.__name__ = "other"
    lab.equal(lab.load().usage(helper), "other X", call="usage of a function with __name__ 'other'",
              reply="wrong_name")
