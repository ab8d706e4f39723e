# expect: hides_failure
from bank import DatabaseError


class TransferError(Exception):
    """A transfer was not made."""


def transfer(db, source, target, cents):
    try:
        db.add(source, -cents)
        db.add(target, cents)
        db.commit()
    except DatabaseError:
        db.rollback()
        return False
    except BaseException:
        db.rollback()
        raise
    return True
