# expect: cut_character
import asyncio


class LineProtocol(asyncio.Protocol):
    def __init__(self, on_line):
        self.on_line = on_line
        self.rest = ""

    def data_received(self, data):
        *lines, self.rest = (self.rest + data.decode()).split("\n")
        for line in lines:
            self.on_line(line)

    def connection_lost(self, error):
        if self.rest:
            self.on_line(self.rest)
