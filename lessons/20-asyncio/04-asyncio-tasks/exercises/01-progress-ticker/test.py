"""Checks for progress-ticker: ticks while the work runs, and nothing alive after it."""

import asyncio

import lab


class Seen:
    """What came of a call of with_ticker."""

    ticks = 0
    left = 0
    done = False
    value = error = None


def watch(work, interval=0.05, cancel_after=None):
    module = lab.load()
    seen = Seen()

    def tick():
        seen.ticks += 1

    async def call(outer):
        try:
            seen.value = await module.with_ticker(work(), tick, interval)
        except BaseException as error:
            seen.error = error
        seen.left = len(asyncio.all_tasks() - {asyncio.current_task(), outer})
        seen.done = True

    async def main():
        task = asyncio.create_task(call(asyncio.current_task()))
        if cancel_after:
            await asyncio.sleep(cancel_after)
            task.cancel()
        await asyncio.wait([task], timeout=2)
        if not seen.done:
            lab.fail("with_ticker() does not come to its end, although its work has.")

    asyncio.run(main())
    return seen


async def good():
    await asyncio.sleep(0.18)
    return "result"


async def bad():
    await asyncio.sleep(0.08)
    raise ValueError("broken")


@lab.check("it returns what the work returns")
def result():
    seen = watch(good)
    lab.true(not isinstance(seen.error, asyncio.CancelledError),
             "with_ticker() raised a CancelledError, although the work returned.", reply="cancel_leaks")
    if seen.error is not None:
        raise seen.error
    lab.true(seen.value is not None, "with_ticker() returned None.", reply="result_lost")
    lab.equal(seen.value, "result", call="with_ticker()")


@lab.check("it ticks while the work runs")
def ticks():
    seen = watch(good)
    lab.true(seen.ticks > 0, "tick() was never called.", reply="no_ticks")
    lab.true(2 <= seen.ticks <= 3, "In 0.18 seconds, with an interval of 0.05, tick() should be called "
             f"3 times, but it was called {seen.ticks} times.")


@lab.check("after the work, the ticker is over")
def over():
    seen = watch(good)
    lab.true(seen.left == 0, f"After with_ticker() there is still {seen.left} other task.",
             reply="still_running")


@lab.check("the work's exception passes, and the ticker is over")
def failing():
    seen = watch(bad)
    lab.true(seen.error is not None, "The work raised a ValueError, and with_ticker() returned "
             f"{seen.value!r}.", reply="error_lost")
    lab.true(not isinstance(seen.error, asyncio.CancelledError),
             "The work raised a ValueError, and with_ticker() a CancelledError.", reply="cancel_leaks")
    lab.true(isinstance(seen.error, ValueError), f"with_ticker() raised {seen.error!r}.")
    lab.true(seen.left == 0, "After a failure of the work, the ticker was still there.",
             reply="stops_on_success_only")


@lab.check("being canceled passes, and the ticker is over")
def canceled():
    seen = watch(good, cancel_after=0.08)
    lab.true(isinstance(seen.error, asyncio.CancelledError), "with_ticker() was canceled, and ended with "
             f"{seen.error or seen.value!r} instead of a CancelledError.", reply="error_lost")
    lab.true(seen.left == 0, "After with_ticker() was canceled, the ticker was still there.",
             reply="stops_on_success_only")
