import json
from pathlib import Path


class Store:
    """Keeps records, and saves and loads those of its classes."""

    def __init__(self, *classes):
        self._classes = {cls.__name__: cls for cls in classes}
        self._records = []

    def add(self, record):
        if problems := record.problems():
            raise ValueError(", ".join(problems))
        self._records.append(record)

    def all(self, kind=object):
        return [record for record in self._records if isinstance(record, kind)]

    def save(self, path):
        Path(path).write_text(json.dumps([record.to_dict() for record in self._records]))

    def load(self, path):
        for data in json.loads(Path(path).read_text()):
            try:
                cls = self._classes[data["type"]]
            except KeyError:
                raise ValueError(f"unknown type {data['type']}") from None
            self.add(cls.from_dict(data))
