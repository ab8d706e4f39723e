"""Checks for all-or-nothing: who is booked, stopped and given back."""

import asyncio

import lab


class Theater:
    """Seats given as name=(seconds, failure or None)."""

    def __init__(self, **seats):
        self.seats = seats
        self.booked, self.given_back = [], []
        self.under_way = self.most = 0

    async def book(self, seat):
        seconds, failure = self.seats[seat]
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            await asyncio.sleep(seconds)
        finally:
            self.under_way -= 1
        if failure is not None:
            raise failure
        self.booked.append(seat)
        return f"ticket {seat}"

    async def cancel(self, seat):
        await asyncio.sleep(0.01)
        self.given_back.append(seat)

    def book_all(self, make_failures=None):
        module = lab.load()
        if make_failures:
            make_failures(self.seats, module.Sold)

        async def main():
            try:
                return await module.book_all(list(self.seats), self.book, self.cancel)
            finally:
                self.after = list(self.given_back)
                await asyncio.sleep(0.3)

        return lab.calls(asyncio.run, main()), module.Sold


@lab.check("all seats are booked at the same time, and come in order")
def good():
    theater = Theater(a=(0.1, None), b=(0.02, None), c=(0.05, None))
    outcome, _ = theater.book_all()
    if outcome.error is not None:
        raise outcome.error
    lab.true(theater.most == 3, f"At most {theater.most} of 3 bookings were under way at the same time.",
             reply="one_by_one")
    lab.equal(outcome.value, ["ticket a", "ticket b", "ticket c"], call="book_all()")
    lab.equal(theater.given_back, [], call="the seats given back")


def sold_in_the_middle():
    theater = Theater(a=(0.02, None), b=(0.1, None), c=(0.2, None))
    outcome, Sold = theater.book_all(lambda seats, Sold: seats.update(b=(0.1, Sold("b"))))
    return theater, outcome, Sold


@lab.check("a failure stops the bookings under way")
def stops():
    theater, outcome, _ = sold_in_the_middle()
    lab.true(theater.most == 3, f"At most {theater.most} of 3 bookings were under way at the same time.",
             reply="one_by_one")
    lab.true("c" not in theater.booked, "After the booking of b had failed, c was booked all the same.",
             reply="goes_on_booking")


@lab.check("what was booked is given back, and nothing else")
def undo():
    theater, outcome, _ = sold_in_the_middle()
    lab.true("a" in theater.after, "Seat a was booked, and not given back before book_all() was over.",
             reply="not_given_back")
    lab.true(theater.given_back == ["a"], f"Only a was booked, and {theater.given_back} were given back.",
             reply="gives_back_too_much")


@lab.check("it raises a plain Sold, also if two seats are sold")
def plain():
    for second in (0.2, 0.1):
        theater = Theater(a=(0.02, None), b=(0.1, None), c=(0.2, None))
        outcome, Sold = theater.book_all(
            lambda seats, Sold: seats.update(b=(0.1, Sold("b")), c=(second, Sold("c"))))
        lab.true(not isinstance(outcome.error, ExceptionGroup), f"book_all() raised {outcome.error!r}.",
                 reply="group_escapes")
        lab.true(isinstance(outcome.error, Sold), "A seat was sold, and book_all() ended with "
                 f"{outcome.error or outcome.value!r}.")


@lab.check("any other failure passes in its group, and the seats are given back")
def others():
    bug = ZeroDivisionError("bug")
    theater = Theater(a=(0.02, None), b=(0.1, bug))
    outcome, Sold = theater.book_all()
    found = getattr(outcome.error, "exceptions", ())
    lab.true(list(found) == [bug], f"A booking raised {bug!r}, and book_all() ended with "
             f"{outcome.error or outcome.value!r}.", reply="bug_hidden")
    lab.true(theater.after == ["a"], f"After {bug!r}, the seats given back were {theater.after}.",
             reply="not_given_back")
