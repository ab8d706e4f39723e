# expect: no_rollback
from bank import DatabaseError


class TransferError(Exception):
    """A transfer was not made."""


def transfer(db, source, target, cents):
    try:
        db.add(source, -cents)
        db.add(target, cents)
        db.commit()
    except DatabaseError as error:
        raise TransferError("not transferred") from error
