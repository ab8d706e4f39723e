"""Checks for transfer: what is undone, what is translated, what passes."""

import lab


def attempt(failing=None, failure=None):
    """Transfer 200 cents while the method `failing` raises; return (main, db, failure, outcome)."""
    main = lab.load()
    import bank  # the module that main uses, now that main is loaded

    failure = failure or bank.DatabaseError("connection reset")

    class Failing(bank.Database):
        def add(self, account, cents):
            super().add(account, cents)
            if failing == "add" and account == "bob":
                raise failure

        def commit(self):
            if failing == "commit":
                raise failure
            super().commit()

    db = Failing(ann=500, bob=0)
    return main, db, failure, lab.calls(main.transfer, db, "ann", "bob", 200)


@lab.check("A transfer moves the money and commits once")
def transfers():
    main, db, failure, outcome = attempt()
    lab.true(outcome.error is None, f"A transfer should succeed, but it raised {outcome.error!r}.")
    lab.equal(db.balances, {"ann": 300, "bob": 200}, call="After 200 cents from ann to bob, balances")
    lab.true(db.calls == ["add", "add", "commit"], "A transfer that succeeds should add twice and "
             f"commit, but the database saw {db.calls}.",
             reply="undoes_success" if "rollback" in db.calls else None)


def check_translated(failing, reply=None):
    main, db, failure, outcome = attempt(failing)
    story = f"When {failing}() raises a DatabaseError, transfer() should"
    lab.true(outcome.error is not None, f"{story} raise a TransferError, but it returned "
             f"{outcome.value!r}.", reply=reply or "hides_failure")
    lab.true(db.calls[-1] == "rollback", f"{story} roll back, but the database saw {db.calls}.",
             reply=reply or "no_rollback")
    lab.true(isinstance(outcome.error, main.TransferError),
             f"{story} raise a TransferError, but it raised {outcome.error!r}.", reply=reply)
    lab.true(outcome.error.__cause__ is failure,
             f"{story} name it as the cause, but the cause is {outcome.error.__cause__!r}.")
    lab.equal(db.balances, {"ann": 500, "bob": 0}, call="After a failed transfer, balances")


@lab.check("A failing add() is undone and becomes a TransferError")
def undoes_adds():
    check_translated("add")


@lab.check("A failing commit() is undone and becomes a TransferError")
def undoes_commits():
    check_translated("commit", reply="commit_outside")


@lab.check("After a bug the transfer is undone, and the bug travels on")
def lets_bugs_through():
    main, db, failure, outcome = attempt("add", ZeroDivisionError("division by zero"))
    lab.true(db.calls[-1] == "rollback", "After a ZeroDivisionError, transfer() should roll back, "
             f"but the database saw {db.calls}.", reply="rollback_only_for_database_errors")
    lab.true(outcome.error is failure, f"The {failure!r} should travel on, but there was "
             f"{outcome.error!r}.", reply="translates_bugs")


@lab.check("Ctrl-C in the middle is undone, and travels on")
def undoes_interrupts():
    main, db, failure, outcome = attempt("add", KeyboardInterrupt())
    lab.true(db.calls[-1] == "rollback", "After a KeyboardInterrupt, transfer() should roll back, "
             f"but the database saw {db.calls}.", reply="misses_interrupts")
    lab.true(outcome.error is failure, f"The {failure!r} should travel on, but there was "
             f"{outcome.error!r}.")
