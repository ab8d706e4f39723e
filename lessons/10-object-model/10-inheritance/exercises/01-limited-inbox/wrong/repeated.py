# expect: parent_skipped
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
    """An inbox that keeps the newest messages only."""

    def __init__(self, owner, limit):
        super().__init__(owner)
        self.limit = limit
        self.dropped = 0

    def receive(self, text):
        """Store a message, and drop the oldest if there are too many."""
        self.received += 1
        self.messages.append(text)
        if len(self.messages) > self.limit:
            del self.messages[0]
            self.dropped += 1


if __name__ == "__main__":
    inbox = LimitedInbox("Ada", 2)
    inbox.receive_all(["a", "b", "c"])
    print(inbox.messages, inbox.received, inbox.dropped)
