"""Checks for best-price."""
import threading
import time
import lab

SHOPS = {"acme": 0.2, "bolt": 0.05, "cove": 0.15, "dune": 0.1}


class Market:
    """Shops with their own speed, some of which fail."""

    def __init__(self, seconds, errors=()):
        self.seconds, self.errors = seconds, dict(errors)
        self.now = self.most = 0
        self.answers, self.threads = [], set()
        self.lock = threading.Lock()

    def fetch(self, shop):
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        time.sleep(self.seconds[shop])
        with self.lock:
            self.now -= 1
        if shop in self.errors:
            raise self.errors[shop]
        return len(shop) * self.seconds[shop]

    def on_answer(self, shop, price):
        self.threads.add(threading.current_thread())
        self.answers.append((shop, price, time.perf_counter() - self.start))

    def asked(self, max_workers=8):
        self.start = time.perf_counter()
        return lab.calls(lab.load().ask_all, list(self.seconds), self.fetch, self.on_answer, max_workers)


@lab.check("all shops are asked at once, and the result is in the order of the shops")
def at_once():
    market = Market(SHOPS)
    outcome = market.asked()
    lab.true(outcome.error is None, f"ask_all raised {outcome.error!r}.")
    lab.true(market.most > 1, "No two shops were asked at the same time.", reply="one_by_one")
    lab.equal(market.most, 4, call="the number of shops asked at once, with 4 shops and 8 workers")
    lab.equal(list(outcome.value.items()), [(shop, 4 * seconds) for shop, seconds in SHOPS.items()], call="the prices")


@lab.check("on_answer is called for each answer as it comes, by the thread of the caller")
def as_they_come():
    market = Market(SHOPS)
    market.asked()
    order = [shop for shop, _, _ in market.answers]
    first = market.answers[0][2] if market.answers else 9
    lab.true(order == ["bolt", "dune", "cove", "acme"] and first < 0.1, f"The answers were told in the order {order}, the first "
             f"after {first:.2f} seconds.", reply="told_late")
    lab.equal(market.threads == {threading.current_thread()}, True, call="on_answer only called by the caller's thread")


@lab.check("a shop that does not answer is told, and the others count")
def failing():
    market = Market(SHOPS, errors={"bolt": ConnectionError("no"), "cove": ConnectionResetError("reset")})
    outcome = market.asked()
    lab.true(outcome.error is None, f"Two shops did not answer, and ask_all raised {outcome.error!r}.", reply="one_failure_kills_all")
    lab.equal(list(outcome.value), ["acme", "dune"], call="the shops that answered", reply="one_failure_kills_all")
    told = [(shop, price) for shop, price, _ in market.answers if price is None]
    lab.equal(told, [("bolt", None), ("cove", None)], call="what on_answer was told of the shops that failed",
              reply="one_failure_kills_all")


@lab.check("a bug reaches the caller")
def bug():
    for error in (TypeError("bug"), TimeoutError("slow"), LookupError("bug")):
        outcome = Market(SHOPS, errors={"dune": error}).asked()
        lab.true(outcome.error is error, f"fetch raised {error!r}, and ask_all gave {outcome.error or outcome.value!r}.",
                 reply="bug_hidden")


@lab.check("no more than max_workers shops are asked at once")
def limited():
    market = Market({f"shop {number}": 0.02 for number in range(12)})
    outcome = market.asked(max_workers=3)
    lab.true(market.most <= 3, f"With max_workers=3, {market.most} shops were asked at once.", reply="too_many_workers")
    lab.equal(outcome.value and len(outcome.value), 12, call="the number of prices of 12 shops")
