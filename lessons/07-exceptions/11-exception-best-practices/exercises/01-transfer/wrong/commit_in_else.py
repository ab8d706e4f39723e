# expect: commit_outside
from bank import DatabaseError


class TransferError(Exception):
    """A transfer was not made."""


def transfer(db, source, target, cents):
    try:
        db.add(source, -cents)
        db.add(target, cents)
    except DatabaseError as error:
        db.rollback()
        raise TransferError("not transferred") from error
    except BaseException:
        db.rollback()
        raise
    else:
        db.commit()
