import threading


class Conflict(Exception):
    """Somebody else has changed the note."""


class Store:
    def __init__(self):
        self.lock = threading.Lock()
        self.notes = {}
        self.last_id = 0

    def add(self, text):
        with self.lock:
            self.last_id = max(self.notes, default=0) + 1
            note = self.notes[self.last_id] = {"id": self.last_id, "text": text, "version": 1}
            return dict(note)

    def get(self, id):
        with self.lock:
            return dict(self.notes[id])

    def change(self, id, text, version):
        with self.lock:
            note = self.notes[id]
            if note["version"] != version:
                raise Conflict(id)
            note.update(text=text, version=version + 1)
            return dict(note)

    def remove(self, id):
        with self.lock:
            del self.notes[id]
