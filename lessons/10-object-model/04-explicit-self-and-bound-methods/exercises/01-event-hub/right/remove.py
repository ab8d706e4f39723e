class Hub:
    def __init__(self):
        self.all = []

    def subscribe(self, callback):
        if self.all.count(callback) == 0:
            self.all.append(callback)

    def unsubscribe(self, callback):
        if callback in self.all:
            self.all.remove(callback)

    def publish(self, *args):
        return list(map(lambda callback: callback(*args), self.all))

    def drop(self, owner):
        for callback in self.all[:]:
            try:
                if callback.__self__ is owner:
                    self.all.remove(callback)
            except AttributeError:
                pass
