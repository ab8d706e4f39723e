import asyncio


class LineProtocol(asyncio.Protocol):
    def __init__(self, on_line):
        self.on_line = on_line
        self.buffer = bytearray()

    def data_received(self, data):
        self.buffer.extend(data)
        while (end := self.buffer.find(b"\n")) >= 0:
            line = bytes(self.buffer[:end])
            del self.buffer[:end + 1]
            self.on_line(line.decode("utf-8"))

    def connection_lost(self, exc):
        if len(self.buffer):
            self.on_line(self.buffer.decode())
