import weakref


class Bell:
    def __init__(self):
        self.listeners = []

    def add(self, listener):
        self.listeners.append(weakref.ref(listener, self.listeners.remove))

    def ring(self, text):
        for ref in self.listeners[:]:
            if (listener := ref()) is not None:
                listener.hear(text)
