"""Checks for version-numbers: all pairs of a sorted list, and foreign types."""
import operator

import lab

SORTED = [["0", "0.0"], ["0.9"], ["1", "1.0", "1.0.0"], ["1.2", "1.2.0"], ["1.2.1"], ["1.9"], ["1.10"], ["1.10.3"],
          ["2.0"], ["10"]]
SIGNS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne}


def cases():
    for i, group in enumerate(SORTED):
        for j, others in enumerate(SORTED):
            for a in group:
                for b in others:
                    yield a, b, i, j


@lab.check("versions are ordered by their parts as numbers")
def ordered():
    Version = lab.load().Version
    outcome = lab.calls(lambda: Version("10") == Version("1"))
    lab.true(outcome.value is not True, "Version('10') == Version('1') is True.", reply="strips_text")
    for a, b, i, j in cases():
        if i != j and a.count(".") == b.count("."):
            outcome = lab.calls(operator.lt, Version(a), Version(b))
            lab.true(outcome.error is None and outcome.value == (i < j), f"Version({a!r}) < Version({b!r}) is "
                     f"{outcome.error or outcome.value!r}.", reply="as_text" if outcome.value == (a < b) else None)


@lab.check("zeros at the end make no difference")
def zeros():
    Version = lab.load().Version
    for a, b, i, j in cases():
        outcome = lab.calls(lambda: (Version(a) == Version(b), Version(a) != Version(b)))
        lab.true(outcome.error is None and outcome.value == (i == j, i != j), f"(==, !=) of {a} and {b} is "
                 f"{outcome.error or outcome.value!r}.", reply="zeros" if i == j else None)


@lab.check("all six comparisons work")
def all_signs():
    Version = lab.load().Version
    for a, b, i, j in cases():
        for sign, function in SIGNS.items():
            outcome = lab.calls(function, Version(a), Version(b))
            lab.true(outcome.error is None, f"Version({a!r}) {sign} Version({b!r}) raised {outcome.error!r}.",
                     reply="not_all")
            lab.equal(outcome.value, function(i, j), call=f"Version({a!r}) {sign} Version({b!r})",
                      reply="zeros" if i == j and a != b else "not_all")
    lab.equal(str(Version("1.2.0")), "1.2.0", call="str(Version('1.2.0'))")


@lab.check("a foreign type is not equal, and has no order")
def foreign():
    version = lab.load().Version("1.2")
    for other in (None, "1.2", 1.2, (1, 2), object()):
        outcome = lab.calls(lambda: (version == other, version != other, other == version))
        lab.true(outcome.error is None, f"Version('1.2') == {other!r} raised {outcome.error!r}.", reply="falls_over")
        lab.equal(outcome.value, (False, True, False), call=f"(==, !=, == from the right) with {other!r}")
        for sign in ("<", "<=", ">", ">="):
            outcome = lab.calls(SIGNS[sign], version, other)
            lab.true(isinstance(outcome.error, TypeError), f"Version('1.2') {sign} {other!r} gave "
                     f"{outcome.error or outcome.value!r}.",
                     reply="falls_over" if outcome.error is not None else "orders_foreign")


class Latest:
    """A foreign type that knows versions: equal to all, and later than all."""

    def __eq__(self, other):
        return True

    def __gt__(self, other):
        return "later"


@lab.check("a foreign type that has an answer is asked")
def asks():
    version = lab.load().Version("1.2")
    for sign, expected in [("==", True), ("<", "later")]:
        outcome = lab.calls(SIGNS[sign], version, Latest())
        lab.true(outcome.value == expected, f"Version('1.2') {sign} Latest() gave {outcome.error or outcome.value!r}, "
                 f"and the other side would have said {expected!r}.", reply="decides_alone")
