"""A database of account balances, with transactions and with failures to order."""


class DatabaseError(Exception):
    """The database could not do what it was asked."""


class Database:
    """Balances in cents; changes count once they are committed."""

    def __init__(self, **balances):
        self.balances = dict(balances)
        self.pending = {}
        self.calls = []

    def add(self, account, cents):
        """Change the balance of an account within the open transaction."""
        self.calls.append("add")
        if account not in self.balances:
            raise DatabaseError(f"no account {account!r}")
        self.pending[account] = self.pending.get(account, 0) + cents

    def commit(self):
        """Make the changes of the transaction count."""
        self.calls.append("commit")
        for account, cents in self.pending.items():
            self.balances[account] += cents
        self.pending = {}

    def rollback(self):
        """Forget the changes of the transaction."""
        self.calls.append("rollback")
        self.pending = {}
