# expect: loses_spelling
class Headers(dict):
    def __setitem__(self, name, value):
        super().__setitem__(name.title(), value)

    def __getitem__(self, name):
        return super().__getitem__(name.title())

    def __delitem__(self, name):
        super().__delitem__(name.title())

    def __contains__(self, name):
        return super().__contains__(name.title())
