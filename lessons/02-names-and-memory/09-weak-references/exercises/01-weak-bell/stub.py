class Bell:
    def __init__(self):
        self.listeners = []

    def add(self, listener):
        pass  # TODO

    def ring(self, text):
        pass  # TODO
