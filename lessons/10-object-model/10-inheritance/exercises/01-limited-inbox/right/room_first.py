class Inbox:
    def __init__(self, owner):
        self.owner = owner
        self.messages = []
        self.received = 0

    def receive(self, text):
        self.received += 1
        self.messages.append(text)

    def receive_all(self, texts):
        for text in texts:
            self.receive(text)


class LimitedInbox(Inbox):
    dropped = 0

    def __init__(self, owner, limit):
        Inbox.__init__(self, owner)
        self._limit = limit

    def receive(self, text):
        if len(self.messages) == self._limit:
            self.messages.pop(0)
            self.dropped += 1
        super().receive(text)
