"""Checks for rate-card."""
import lab

BANDS = [(1, 4), (10, 9), (2, 6)]


@lab.check("the price of a weight is that of its band")
def prices():
    price = lab.load().rates(list(BANDS))
    for weight, expected in ((0, None), (1.5, 4), (5, 6), (11, 9), (999, 9)):
        lab.equal(lab.calls(price, weight).value, expected, call=f"rates({BANDS})({weight})")
    for weight, expected in ((1, 4), (2, 6), (10, 9)):
        lab.equal(price(weight), expected, call=f"rates({BANDS})({weight})", reply="band_edge")


@lab.check("the bands are read once, and kept")
def once():
    reads = []

    def bands():
        reads.append(1)
        yield from BANDS
    main = lab.load()
    price = main.rates(bands())
    found = [lab.calls(price, weight) for weight in (5, 5, 11)]
    lab.true([each.value for each in found] == [6, 6, 9], "With the bands from a generator, three calls gave "
             f"{[each.error or each.value for each in found]} instead of [6, 6, 9].", reply="prepares_each_time")
    mine = list(BANDS)
    price = main.rates(mine)
    mine[:] = [(0, 1)]
    lab.true(price(5) == 6, f"The price of 5 was 6. After the caller had changed the list, it is {price(5)!r}.",
             reply="sees_changes")


@lab.check("two rate cards are independent")
def independent():
    rates = lab.load().rates
    one, two = rates([(0, 1)]), rates([(0, 2)])
    lab.equal((one(3), two(3)), (1, 2), call="the prices of two cards", reply="shared_cards")


@lab.check("captured shows the free variables and their values")
def cells():
    main = lab.load()

    def make(first):
        second = [2]

        def inner():
            return first, second
        second.append(first)
        return inner
    found = lab.calls(main.captured, make(1)).value
    lab.equal(found, {"first": 1, "second": [2, 1]}, call="captured(function), with first = 1 and second = [2, 1],",
              reply="names_only")


@lab.check("a function that captures nothing gives an empty dictionary")
def nothing():
    main = lab.load()
    outcome = lab.calls(main.captured, main.rates)
    lab.true(outcome.value == {} and outcome.error is None,
             f"captured(rates) gave {outcome.error or outcome.value!r}.", reply="no_closure")
