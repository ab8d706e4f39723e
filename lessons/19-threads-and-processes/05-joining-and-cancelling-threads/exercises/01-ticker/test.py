"""Checks for ticker."""
import threading
import time
import lab


def ticking(interval, tick):
    """Start a ticker; return it and the threads that it began."""
    before = set(threading.enumerate())
    ticker = lab.load().Ticker(interval, tick)
    ticker.start()
    return ticker, [thread for thread in threading.enumerate() if thread not in before]


def within(seconds, function):
    """Call a function in a thread of its own; return its outcome, or None if it takes longer."""
    outcomes = []
    thread = threading.Thread(target=lambda: outcomes.append(lab.calls(function)), daemon=True)
    thread.start()
    thread.join(seconds)
    return outcomes[0] if outcomes else None


@lab.check("it ticks once in each interval, beginning with the end of the first")
def regular():
    noted, start = [], time.perf_counter()
    ticker, _ = ticking(0.2, lambda: noted.append(time.perf_counter() - start))
    time.sleep(0.5)
    times = list(noted)
    within(2, ticker.stop)
    lab.true(len(times) == 2 and 0.15 < times[0] < 0.35, f"In 0.5 seconds with an interval of 0.2 there should be "
             f"ticks after 0.2 and 0.4, but they came after {[round(it, 1) for it in times]}.", reply="first_tick_missing")


@lab.check("after stop() there are no more ticks, and no more thread")
def stopped():
    ticks = []

    def tick():
        time.sleep(0.1)
        ticks.append(1)

    ticker, threads = ticking(0.1, tick)
    time.sleep(0.15)
    within(2, ticker.stop)
    n_ticks = len(ticks)
    time.sleep(0.15)
    n_later = len(ticks)
    time.sleep(0.4)
    lab.true(len(ticks) == n_later, f"There were {len(ticks) - n_ticks} ticks after stop().", reply="never_stops")
    lab.true(n_later == n_ticks, "A tick that was under way went on after stop() had returned.", reply="ticks_after_stop")
    lab.true(not any(thread.is_alive() for thread in threads), "The thread is still alive.", reply="never_stops")


@lab.check("stop() does not wait for the rest of the interval")
def prompt():
    ticker, _ = ticking(4, lambda: None)
    outcome = within(1, ticker.stop)
    lab.true(outcome is not None, "With an interval of 4 seconds, stop() took more than one.", reply="sleeps_on")


@lab.check("tick may call stop() itself")
def from_inside():
    outcomes = []
    ticker, threads = ticking(0.05, lambda: outcomes.append(lab.calls(ticker.stop)))
    for thread in threads:
        thread.join(0.5)
    lab.true(outcomes and outcomes[0].error is None, f"stop(), called by tick, gave {outcomes and outcomes[0].error!r}.",
             reply="joins_itself")
    lab.equal(len(outcomes), 1, call="the number of ticks", reply="never_stops")


@lab.check("stop() may be called twice, or before start()")
def harmless():
    ticker = lab.load().Ticker(0.1, lambda: None)
    for _ in range(2):
        outcome = lab.calls(ticker.stop)
        lab.true(outcome.error is None, f"stop() before start() raised {outcome.error!r}.", reply="not_started")
    ticker, _ = ticking(0.1, lambda: None)
    for _ in range(2):
        outcome = within(2, ticker.stop)
        lab.true(outcome is not None and outcome.error is None, f"The second stop() gave {outcome and outcome.error!r}.",
                 reply="not_started")
