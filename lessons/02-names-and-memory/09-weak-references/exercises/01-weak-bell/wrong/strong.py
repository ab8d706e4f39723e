# expect: keeps_alive
class Bell:
    def __init__(self):
        self.listeners = []

    def add(self, listener):
        self.listeners.append(listener)

    def ring(self, text):
        for listener in self.listeners:
            listener.hear(text)
