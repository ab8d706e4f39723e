"""Checks for ask-all: concurrency by counting who is under way, order, failures."""

import asyncio

import lab


class Shops:
    """Answers late ones first; counts how many are asked at the same time."""

    def __init__(self, **answers):
        self.answers = answers
        self.under_way = self.most = 0

    async def ask(self, shop):
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(0.02 * (len(self.answers) - list(self.answers).index(shop)))
        self.under_way -= 1
        answer = self.answers[shop]
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def table(self):
        module = lab.load()

        async def main():
            return await module.price_table(list(self.answers), self.ask)

        return lab.calls(asyncio.run, main())


@lab.check("all prices are in the table, in the order of the shops")
def prices():
    outcome = Shops(acme=300, bolt=200, cove=100).table()
    if isinstance(outcome.error, TypeError) and "list" in str(outcome.error):
        lab.fail(f"price_table() raised {outcome.error!r}.", reply="list_given")
    if outcome.error is not None:
        raise outcome.error
    lab.equal(outcome.value, {"acme": 300, "bolt": 200, "cove": 100}, call="the table")
    lab.true(list(outcome.value) == ["acme", "bolt", "cove"],
             f"The shops of the table are in the order {list(outcome.value)}.", reply="order_of_answers")


@lab.check("all shops are asked at the same time")
def together():
    shops = Shops(a=1, b=2, c=3, d=4)
    shops.table()
    lab.true(shops.most == 4, f"Of 4 shops, at most {shops.most} were asked at the same time.",
             reply="one_by_one" if shops.most == 1 else None)


@lab.check("a closed shop has no price, and the others have theirs")
def closed():
    outcome = Shops(acme=300, bolt=ConnectionRefusedError("closed"), cove=100).table()
    lab.true(not isinstance(outcome.error, ConnectionError),
             f"price_table() raised {outcome.error!r}.", reply="one_spoils_all")
    if outcome.error is not None:
        raise outcome.error
    lab.equal(outcome.value, {"acme": 300, "bolt": None, "cove": 100}, call="the table")


@lab.check("a bug leaves as it is")
def bug():
    outcome = Shops(acme=300, bolt=ZeroDivisionError("a bug")).table()
    lab.true(isinstance(outcome.error, ZeroDivisionError), "When ask() raises a ZeroDivisionError, so "
             f"should price_table(), but there was {outcome.error or outcome.value!r}.",
             reply="hides_bugs")
