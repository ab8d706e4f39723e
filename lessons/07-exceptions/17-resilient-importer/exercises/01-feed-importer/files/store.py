"""The shop's database, as far as the importer needs it. Do not change this file."""


class Store:
    """Rows count once they are committed."""

    def __init__(self):
        self.rows = []
        self.pending = []

    def add(self, row):
        """Add a row to the open transaction."""
        self.pending.append(row)

    def commit(self):
        """Make the pending rows count."""
        self.rows += self.pending
        self.pending = []

    def rollback(self):
        """Forget the pending rows."""
        self.pending = []
