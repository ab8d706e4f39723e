"""The service layer of a bank: transfers between accounts."""

from bank import DatabaseError


class TransferError(Exception):
    """A transfer was not made."""


def attempt(db, source, target, cents):
    committed = False
    try:
        db.add(source, -cents)
        db.add(target, cents)
        db.commit()
        committed = True
    finally:
        if not committed:
            db.rollback()


def transfer(db, source, target, cents):
    """Move cents between two accounts: all of it, or nothing."""
    try:
        attempt(db, source, target, cents)
    except DatabaseError as error:
        raise TransferError(f"cannot move {cents} cents") from error
