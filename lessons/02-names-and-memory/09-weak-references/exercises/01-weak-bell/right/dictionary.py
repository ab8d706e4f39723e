import itertools
import weakref


class Bell:
    def __init__(self):
        self.numbers = itertools.count()
        self.listeners = weakref.WeakValueDictionary()

    def add(self, listener):
        self.listeners[next(self.numbers)] = listener

    def ring(self, text):
        for _, listener in sorted(self.listeners.items(), key=lambda entry: entry[0]):
            listener.hear(text)
