"""The service layer of a bank: transfers between accounts."""

from bank import DatabaseError


class TransferError(Exception):
    """A transfer was not made."""


def transfer(db, source, target, cents):
    """Move cents between two accounts: all of it, or nothing."""
    try:
        db.add(source, -cents)
        db.add(target, cents)
        db.commit()
    except DatabaseError as error:
        db.rollback()
        raise TransferError("not transferred") from error
    except BaseException:
        db.rollback()
        raise
