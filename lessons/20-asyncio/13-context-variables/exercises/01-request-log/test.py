"""Checks for request-log: the numbers in the lines, in several situations."""

import asyncio
import logging

import lab


class Lines(logging.Handler):
    """Keeps (request_id, message) of each line."""

    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append((getattr(record, "request_id", None), record.getMessage()))


def logged(scenario):
    """Run scenario(serve, log); return the lines that were logged."""
    module = lab.load()
    lines = Lines()
    lines.addFilter(module.RequestFilter())
    logger = logging.Logger("checks")
    logger.addHandler(lines)

    async def main():
        await scenario(module.serve, logger.info)

    outcome = lab.calls(asyncio.run, main())
    if outcome.error is not None:
        raise outcome.error
    return lines.lines


@lab.check("each line has the number of its request as an attribute")
def one():
    async def scenario(serve, log):
        async def work():
            log("hello")
            return 42

        lab.equal(await serve(7, work()), 42, call="serve(7, work())")

    lines = logged(scenario)
    lab.true(lines and lines[0][0] is not None, f"The lines, as (request_id, message), were {lines}.",
             reply="text_only")
    lab.equal(lines, [(7, "hello")], call="the lines, as (request_id, message)")


@lab.check("requests side by side keep their numbers")
def side_by_side():
    async def scenario(serve, log):
        async def work(seconds):
            log(f"start {seconds}")
            await asyncio.sleep(seconds)
            log(f"end {seconds}")

        await asyncio.gather(serve(1, work(0.03)), serve(2, work(0.06)), serve(3, work(0.09)))

    lines = logged(scenario)
    wanted = [(1, "start 0.03"), (2, "start 0.06"), (3, "start 0.09"),
              (1, "end 0.03"), (2, "end 0.06"), (3, "end 0.09")]
    lab.true(lines == wanted, f"The lines should be {wanted}, but they are {lines}.", reply="mixed_up")


@lab.check("tasks that a request starts belong to it")
def children():
    async def scenario(serve, log):
        async def child(name):
            await asyncio.sleep(0.01)
            log(name)

        async def work(name):
            await asyncio.gather(child(name + "1"), child(name + "2"))

        await asyncio.gather(serve("r", work("a")), serve("s", work("b")))

    lines = sorted(logged(scenario), key=lambda line: line[1])
    wanted = [("r", "a1"), ("r", "a2"), ("s", "b1"), ("s", "b2")]
    lab.true(lines == wanted, f"The lines of the tasks should be {wanted}, but they are {lines}.",
             reply="children_lost")


@lab.check("outside of any request the number is -")
def outside():
    async def scenario(serve, log):
        log("before")

    lines = logged(scenario)
    lab.true(lines == [("-", "before")], f"The line should be ('-', 'before'), but there is {lines}.",
             reply="no_default")


@lab.check("when a request is over, its number is gone, in the same task, too")
def over():
    async def scenario(serve, log):
        async def work(text, inner=None):
            if inner:
                await serve("inner", inner)
            log(text)
            if text == "bad":
                raise ValueError(text)

        await serve("outer", work("outer", work("inner")))
        log("between")
        try:
            await serve("failing", work("bad"))
        except ValueError:
            log("after")

    lines = logged(scenario)
    wanted = [("inner", "inner"), ("outer", "outer"), ("-", "between"), ("failing", "bad"), ("-", "after")]
    lab.true(lines == wanted, f"The lines should be {wanted}, but they are {lines}.", reply="not_reset")
