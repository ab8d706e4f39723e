import weakref


class Bell:
    def __init__(self):
        self.methods = []

    def add(self, listener):
        self.methods.append(weakref.WeakMethod(listener.hear))

    def ring(self, text):
        for ref in self.methods:
            if (hear := ref()) is not None:
                hear(text)
