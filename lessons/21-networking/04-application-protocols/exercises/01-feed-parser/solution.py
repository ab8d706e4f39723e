class Parser:
    """Turns portions of a stream into messages (command, body)."""

    def __init__(self):
        self.rest = b""

    def feed(self, data):
        """Return the messages that are complete now."""
        self.rest += data
        messages = []
        while b"\n" in self.rest:
            head, _, after = self.rest.partition(b"\n")
            command, size = head.decode().split(" ")
            if not size.isdecimal():
                raise ValueError(f"{size!r} is not a size")
            if len(after) < int(size):
                break
            messages.append((command, after[: int(size)]))
            self.rest = after[int(size) :]
        return messages
