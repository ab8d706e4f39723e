import itertools
import threading
from dataclasses import asdict, dataclass


class Conflict(Exception):
    pass


@dataclass(frozen=True)
class Note:
    id: int
    text: str
    version: int = 1


class Store:
    """Notes never change: a new one takes the place of the old one."""

    def __init__(self):
        self.lock, self.ids, self.notes = threading.RLock(), itertools.count(1), {}

    def add(self, text):
        with self.lock:
            note = Note(next(self.ids), text)
            self.notes[note.id] = note
        return asdict(note)

    def get(self, id):
        return asdict(self.notes[id])

    def change(self, id, text, version):
        with self.lock:
            if self.notes[id].version != version:
                raise Conflict
            new = self.notes[id] = Note(id, text, version + 1)
        return asdict(new)

    def remove(self, id):
        with self.lock:
            self.notes.pop(id)
