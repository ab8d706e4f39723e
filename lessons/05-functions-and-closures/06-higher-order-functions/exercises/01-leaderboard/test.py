"""Checks for leaderboard."""
import lab

PLAYERS = [("Max", 7), ("Zoe", 12), ("ada", 12), ("bot", 99), ("Bea", 12)]


@lab.check("ranked puts the most points first")
def points():
    players = [("Max", 7), ("Zoe", 12), ("bot", 99)]
    found = lab.load().ranked(players)
    lab.equal(found, [("bot", 99), ("Zoe", 12), ("Max", 7)], call=f"ranked({[('Max', 7), ('Zoe', 12), ('bot', 99)]})")
    lab.equal(players, [("Max", 7), ("Zoe", 12), ("bot", 99)], call="The caller's list", reply="callers_list")
    lab.equal(lab.load().ranked([]), [], call="ranked([])")


@lab.check("equal points are in alphabetical order, whatever the case")
def ties():
    ranked = lab.load().ranked
    found = ranked([("Ada", 1), ("Zoe", 1), ("Bea", 1)])
    lab.equal([name for name, _ in found], ["Ada", "Bea", "Zoe"], call="the order of Ada, Zoe and Bea with one point each",
              reply="ties_wrong")
    found = ranked(PLAYERS)
    lab.equal([name for name, _ in found], ["bot", "ada", "Bea", "Zoe", "Max"],
              call=f"the order of the names in ranked({PLAYERS})", reply="case_matters")


@lab.check("both returns a function that holds if all tests hold")
def combines():
    asked = []

    def test(item):
        asked.append(item)
        return item > 3
    combined = lab.load().both(test, lambda item: item < 9)
    lab.true(callable(combined) and not asked, f"both(...) returned {combined!r}, and asked about {asked}.",
             reply="called_at_once")
    found = [lab.calls(combined, item).value for item in (1, 5, 12)]
    lab.equal(found, [False, True, False], call="a test for more than 3 and less than 9, for 1, 5 and 12,")
    lab.equal(lab.load().both()(5), True, call="both()(5)")


@lab.check("after the first no, nothing more is asked")
def stops():
    asked = []
    combined = lab.load().both(lambda item: False, lambda item: asked.append(item))
    combined(1)
    lab.true(not asked, "The first test said no, but the second was asked as well.", reply="asks_all")


@lab.check("the answer is True or False")
def answers():
    both = lab.load().both
    for item, expected in (("", False), ("a", True)):
        lab.equal(both(lambda text: text, len)(item), expected,
                  call=f"a combination of truthy and falsy answers for {item!r}", reply="bool_expected")
