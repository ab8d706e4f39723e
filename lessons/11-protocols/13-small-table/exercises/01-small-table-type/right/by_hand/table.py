from render import renderer_for


class Table:
    def __init__(self, names, rows=()):
        self.names = tuple(names)
        self.records = [dict(zip(self.names, row, strict=True)) for row in rows]

    def _rows(self):
        return [tuple(record.values()) for record in self.records]

    def __len__(self):
        return len(self.records)

    def __getitem__(self, key):
        match key:
            case str() if key in self.names:
                return [record[key] for record in self.records]
            case str():
                raise KeyError(key)
            case slice():
                return Table(self.names, self._rows()[key])
        return self._rows()[key]

    def __iter__(self):
        yield from self._rows()

    def __contains__(self, row):
        return row in self._rows()

    def __reversed__(self):
        return reversed(self._rows())

    def index(self, row):
        return self._rows().index(row)

    def __eq__(self, other):
        if isinstance(other, Table):
            return self.names == other.names and self.records == other.records
        return NotImplemented

    def __hash__(self):
        return hash(self.names) ^ len(self)

    def __add__(self, other):
        if isinstance(other, Table):
            if self.names == other.names:
                return Table(self.names, [*self, *other])
            raise ValueError("the names differ")
        return NotImplemented

    def where(self, condition):
        return Table(self.names, [tuple(it.values()) for it in self.records if condition(it)])

    def __repr__(self):
        return "Table({!r}, {!r})".format(list(self.names), self._rows())

    def __format__(self, spec):
        return renderer_for(spec).render(self) if spec else str(self)
