class Parser:
    def __init__(self):
        self.buffer = bytearray()
        self.head = None

    def feed(self, data):
        self.buffer += data
        return list(iter(self.next_message, None))

    def next_message(self):
        if self.head is None:
            end = self.buffer.find(b"\n")
            if end < 0:
                return None
            command, size = bytes(self.buffer[:end]).decode().split()
            del self.buffer[: end + 1]
            if not size.isdigit():
                raise ValueError(size)
            self.head = command, int(size)
        command, size = self.head
        if len(self.buffer) < size:
            return None
        body = bytes(self.buffer[:size])
        del self.buffer[:size]
        self.head = None
        return command, body
