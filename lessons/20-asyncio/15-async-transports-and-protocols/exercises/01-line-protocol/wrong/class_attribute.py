# expect: shared_buffer
import asyncio


class LineProtocol(asyncio.Protocol):
    buffer = bytearray()

    def __init__(self, on_line):
        self.on_line = on_line

    def data_received(self, data):
        self.buffer.extend(data)
        while b"\n" in self.buffer:
            line, _, rest = self.buffer.partition(b"\n")
            self.buffer[:] = rest
            self.on_line(line.decode())

    def connection_lost(self, error):
        if self.buffer:
            self.on_line(self.buffer.decode())
            self.buffer.clear()
