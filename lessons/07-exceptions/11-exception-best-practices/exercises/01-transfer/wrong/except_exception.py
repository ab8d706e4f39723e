# expect: misses_interrupts
from bank import DatabaseError


class TransferError(Exception):
    """A transfer was not made."""


def transfer(db, source, target, cents):
    try:
        db.add(source, -cents)
        db.add(target, cents)
        db.commit()
    except DatabaseError as error:
        db.rollback()
        raise TransferError("not transferred") from error
    except Exception:
        db.rollback()
        raise
