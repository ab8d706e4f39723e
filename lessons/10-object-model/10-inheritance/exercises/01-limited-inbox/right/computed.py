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
    def __init__(self, owner, limit):
        self.limit = limit
        super().__init__(owner)

    def receive(self, *args):
        super().receive(*args)
        self.messages = self.messages[-self.limit:]

    @property
    def dropped(self):
        return self.received - len(self.messages)
