"""A file is old or new, never half."""

import os


class atomic_write:
    def __init__(self, path):
        self.path, self.draft = str(path), f"{path}.tmp"

    def __enter__(self):
        self.file = open(self.draft, "w", encoding="utf-8")
        return self.file

    def __exit__(self, kind, error, trace):
        self.file.close()
        if kind is None:
            os.replace(self.draft, self.path)
        else:
            os.remove(self.draft)
