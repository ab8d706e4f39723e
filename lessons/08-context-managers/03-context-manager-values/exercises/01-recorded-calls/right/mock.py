from unittest.mock import patch


class Recorded:
    def __init__(self, target, name):
        self.target, self.name = target, name

    def __enter__(self):
        calls = []
        original = getattr(self.target, self.name)

        def wrapper(*args, **kwargs):
            calls.append((args, kwargs))
            return original(*args, **kwargs)

        self.patcher = patch.object(self.target, self.name, wrapper)
        self.patcher.start()
        return calls

    def __exit__(self, *error):
        self.patcher.stop()
