"""Checks for thumbnails: in which thread, how many at a time, and whether the loop stays free."""

import asyncio
import threading
import time

import lab


class Library:
    """The blocking function; counts how many calls are under way."""

    def __init__(self):
        self.lock = threading.Lock()
        self.under_way = self.most = 0
        self.threads = set()

    def shrink(self, image):
        with self.lock:
            self.threads.add(threading.get_ident())
            self.under_way += 1
            self.most = max(self.most, self.under_way)
        time.sleep(0.05 if image != "slow" else 0.1)
        with self.lock:
            self.under_way -= 1
        if image == "broken":
            raise ValueError(image)
        return f"small {image}"

    def thumbnails(self, images, limit):
        """Call it; return the outcome and how often the loop had a turn meanwhile."""
        module = lab.load()
        self.beats = 0

        async def beat():
            while True:
                await asyncio.sleep(0.01)
                self.beats += 1

        async def main():
            beating = asyncio.create_task(beat())
            await asyncio.sleep(0)
            try:
                return await module.thumbnails(images, self.shrink, limit)
            finally:
                beating.cancel()

        outcome = lab.calls(asyncio.run, main())
        if isinstance(outcome.error, TypeError) and "callable" in str(outcome.error):
            lab.fail(f"thumbnails() raised {outcome.error!r}.", reply="called_too_early")
        is_blocked = threading.get_ident() in self.threads
        lab.true(not is_blocked, "shrink() was called in the thread of the loop.", reply="blocks")
        return outcome


@lab.check("the loop stays free, and the result is in order")
def free():
    library = Library()
    outcome = library.thumbnails(["slow", "b", "c"], 2)
    if outcome.error is not None:
        raise outcome.error
    lab.equal(list(outcome.value), ["small slow", "small b", "small c"], call="the result")
    lab.true(library.beats >= 3, f"While three images were shrunk, others had {library.beats} turns.", reply="blocks")


@lab.check("as many images as the limit allows are shrunk at the same time")
def limit():
    for limit in (1, 3):
        library = Library()
        library.thumbnails([f"i{number}" for number in range(6)], limit)
        sentence = f"With a limit of {limit}, {library.most} of 6 images were shrunk at the same time."
        lab.true(library.most <= limit, sentence, reply="too_many")
        lab.true(library.most == limit, sentence, reply="one_by_one")


@lab.check("a broken image is None, and the others are there")
def broken():
    outcome = Library().thumbnails(["a", "broken", "c"], 2)
    lab.true(outcome.error is None, f"One of three images was broken, and thumbnails() raised {outcome.error!r}.",
             reply="one_spoils_all")
    lab.equal(list(outcome.value), ["small a", None, "small c"], call="the result", reply="one_spoils_all")
