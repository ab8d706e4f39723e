# expect: falsy_listener
import weakref


class Bell:
    def __init__(self):
        self.refs = []

    def add(self, listener):
        self.refs.append(weakref.ref(listener))

    def ring(self, text):
        for ref in self.refs:
            if listener := ref():
                listener.hear(text)
