"""A table that does not change."""

from collections.abc import Sequence

from render import renderer_for


class Table(Sequence):
    """A sequence of rows, which are tuples, with names for the columns."""

    def __init__(self, names, rows=()):
        self.names = tuple(names)
        self._rows = tuple(tuple(row) for row in rows)
        if any(len(row) != len(self.names) for row in self._rows):
            raise ValueError(f"a row does not have {len(self.names)} values")

    def __len__(self):
        return len(self._rows)

    def __getitem__(self, key):
        if isinstance(key, str):
            if key not in self.names:
                raise KeyError(key)
            return [row[self.names.index(key)] for row in self._rows]
        found = self._rows[key]
        return Table(self.names, found) if isinstance(key, slice) else found

    def __eq__(self, other):
        if not isinstance(other, Table):
            return NotImplemented
        return (self.names, self._rows) == (other.names, other._rows)

    def __hash__(self):
        return hash((self.names, self._rows))

    def __add__(self, other):
        if not isinstance(other, Table):
            return NotImplemented
        if self.names != other.names:
            raise ValueError(f"{other.names} do not fit {self.names}")
        return Table(self.names, self._rows + other._rows)

    def where(self, condition):
        return Table(self.names, (row for row in self if condition(dict(zip(self.names, row)))))

    def __repr__(self):
        return f"Table({list(self.names)}, {list(self._rows)})"

    def __format__(self, spec):
        return renderer_for(spec).render(self) if spec else repr(self)
