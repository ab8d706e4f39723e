"""Checks for search-index."""
import lab

PAGES = {"home": "we start art", "menu": "start tea", "map": "part"}


def index(pages):
    found = lab.load().index(pages)
    lab.true(isinstance(found, dict), f"index returned {found!r}.")
    return found


@lab.check("index gives the set of pages for each word")
def sets_of_pages():
    found = index({"home": "tea and tea", "menu": "tea"})
    lab.true(all(not isinstance(it, list) for it in found.values()), f"index gave {found!r}.",
             reply="lists_of_pages")
    lab.equal(found, {"tea": {"home", "menu"}, "and": {"home"}},
              call="index({'home': 'tea and tea', 'menu': 'tea'})")
    lab.equal(index({"empty": "  "}), {}, call="index of a page without words")


@lab.check("index looks at whole words")
def whole_words():
    found = index(dict(PAGES))
    lab.equal(found.get("art"), {"home"}, call=f"the pages of 'art' in {PAGES!r}",
              reply="part_of_word")
    lab.equal(sorted(found), ["art", "part", "start", "tea", "we"], call="the words found")


@lab.check("index does not care about upper and lower case")
def lower_case():
    lab.equal(index({"a": "Tea", "b": "TEA tea"}), {"tea": {"a", "b"}},
              call="index({'a': 'Tea', 'b': 'TEA tea'})", reply="case_matters")


@lab.check("invert turns a mapping around")
def inverts():
    for mapping, expected in [({"ada": 1, "bob": 2}, {1: "ada", 2: "bob"}), ({}, {})]:
        outcome = lab.calls(lab.load().invert, dict(mapping))
        lab.true(outcome.error is None, f"invert({mapping!r}) raised {outcome.error!r}.",
                 reply="refuses_all")
        lab.equal(outcome.value, expected, call=f"invert({mapping!r})")


@lab.check("invert refuses to lose an entry")
def refuses():
    lab.raises(ValueError, lab.load().invert, {"ada": "A", "bob": "B", "cy": "A"},
               reply="last_one_wins")
