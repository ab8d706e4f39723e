import asyncio


class LineProtocol(asyncio.Protocol):
    """Passes every line that it receives to on_line."""

    def __init__(self, on_line):
        self.on_line = on_line

    def data_received(self, data):
        # TODO: bytes may come in any portions.
        for line in data.decode().splitlines():
            self.on_line(line)


if __name__ == "__main__":
    protocol = LineProtocol(print)
    protocol.data_received(b"first li")
    protocol.data_received(b"ne\nsecond line\nthe re")
    protocol.data_received(b"st")
    protocol.connection_lost(None)
