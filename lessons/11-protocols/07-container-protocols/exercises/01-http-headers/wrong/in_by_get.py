# expect: in_raises
class Headers:
    """The headers of a message; their names are the same in upper and lower case."""

    def __init__(self):
        self._entries = {}

    def __setitem__(self, name, value):
        self._entries[name.lower()] = (name, value)

    def __getitem__(self, name):
        return self._entries[name.lower()][1]

    def __delitem__(self, name):
        del self._entries[name.lower()]

    def __contains__(self, name):
        return self[name] is not None

    def __len__(self):
        return len(self._entries)

    def __iter__(self):
        return (name for name, _ in self._entries.values())
