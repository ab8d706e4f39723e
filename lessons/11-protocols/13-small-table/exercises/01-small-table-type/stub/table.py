"""A table that does not change."""

from collections.abc import Sequence


class Table(Sequence):
    """A sequence of rows, which are tuples, with names for the columns."""

    def __init__(self, names, rows=()):
        self.names = tuple(names)
        self._rows = tuple(tuple(row) for row in rows)  # TODO: step 1

    def __len__(self):
        return len(self._rows)

    def __getitem__(self, key):
        return self._rows[key]  # TODO: step 1

    # TODO: steps 2, 3 and 4
