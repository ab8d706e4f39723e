# expect: portion_is_line
import asyncio


class LineProtocol(asyncio.Protocol):
    """Passes every line that it receives to on_line."""

    def __init__(self, on_line):
        self.on_line = on_line
        self.rest = b""

    def data_received(self, data):
        lines = data.removesuffix(b"\n").split(b"\n")
        for line in lines:
            self.on_line(line.decode())

    def connection_lost(self, error):
        if self.rest:
            self.on_line(self.rest.decode())


if __name__ == "__main__":
    protocol = LineProtocol(print)
    protocol.data_received(b"first li")
    protocol.data_received(b"ne\nsecond line\nthe re")
    protocol.data_received(b"st")
    protocol.connection_lost(None)
