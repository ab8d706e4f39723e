class Headers:
    def __init__(self):
        self.values, self.names = {}, {}

    def __setitem__(self, name, value):
        key = name.casefold()
        self.values[key] = value
        self.names[key] = name

    def __getitem__(self, name):
        return self.values[name.casefold()]

    def __delitem__(self, name):
        key = name.casefold()
        del self.values[key], self.names[key]

    def __contains__(self, name):
        return name.casefold() in self.values

    def __iter__(self):
        yield from self.names.values()

    def __len__(self):
        return len(self.names)
