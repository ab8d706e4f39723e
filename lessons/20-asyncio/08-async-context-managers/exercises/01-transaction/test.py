"""Checks for transaction: what the database was asked for, in every way a block can end."""

import asyncio
import warnings

import lab


class Database:
    """Notes what really happened: a call that is not awaited does nothing."""

    def __init__(self, commit_error=None):
        self.log = []
        self.commit_error = commit_error

    async def begin(self):
        await asyncio.sleep(0.01)
        self.log.append("begin")

    async def execute(self, statement):
        await asyncio.sleep(0.01)
        self.log.append(statement)

    async def commit(self):
        await asyncio.sleep(0.01)
        if self.commit_error:
            raise self.commit_error
        self.log.append("commit")

    async def rollback(self):
        await asyncio.sleep(0.01)
        self.log.append("rollback")


def run(error=None, db=None, cancel=False):
    """Run a block that ends in the given way; return (outcome, database)."""
    module = lab.load()
    db = db or Database()

    async def block():
        async with module.transaction(db) as bound:
            lab.true(bound is db, f"The block got {bound!r}, and not the database.", reply="nothing_bound")
            await bound.execute("work")
            if error:
                raise error
            if cancel:
                await asyncio.sleep(5)
        return "after"

    async def main():
        task = asyncio.create_task(block())
        if cancel:
            await asyncio.sleep(0.1)
            task.cancel()
        await asyncio.wait([task], timeout=3)
        return await task

    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        outcome = lab.calls(asyncio.run, main())
    lost = [str(it.message) for it in found if "never awaited" in str(it.message)]
    lab.true(not lost, f"Python warns: {lost}.", reply="not_awaited")
    if type(outcome.error).__name__ == "Failure":
        raise outcome.error
    return outcome, db


@lab.check("a block that ends well is committed")
def good():
    outcome, db = run()
    if outcome.error is not None:
        raise outcome.error
    lab.equal(db.log, ["begin", "work", "commit"], call="what the database did")


@lab.check("a block that fails is rolled back, and its exception goes on")
def failing():
    for error in (ValueError("no money"), KeyError("account")):
        outcome, db = run(error)
        lab.true("commit" not in db.log, f"The block raised {error!r}, and the database did {db.log}.",
                 reply="commits_failure")
        lab.equal(db.log, ["begin", "work", "rollback"], call="what the database did")
        lab.true(outcome.error is error, f"The block raised {error!r}, and what came out of the `async with` "
                 f"was {outcome.error!r}.", reply="swallows")


@lab.check("a block that is canceled is rolled back, too")
def canceled():
    outcome, db = run(cancel=True)
    lab.true(db.log == ["begin", "work", "rollback"], f"The block was canceled, and the database did {db.log}.",
             reply="commits_failure" if "commit" in db.log else "cancel_forgotten")
    lab.true(isinstance(outcome.error, asyncio.CancelledError), "The block was canceled, and what came out of "
             f"the `async with` was {outcome.error!r}.", reply="swallows")


@lab.check("a commit that fails is told")
def commit_fails():
    error = ConnectionError("connection lost")
    outcome, db = run(db=Database(error))
    lab.true(outcome.error is error, f"commit() raised {error!r}, and what came out of the `async with` was "
             f"{outcome.error!r}.", reply="swallows")
