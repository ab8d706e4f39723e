# expect: dead_none
import weakref


class Bell:
    def __init__(self):
        self.refs = []

    def add(self, listener):
        self.refs.append(weakref.ref(listener))

    def ring(self, text):
        for ref in self.refs:
            ref().hear(text)
