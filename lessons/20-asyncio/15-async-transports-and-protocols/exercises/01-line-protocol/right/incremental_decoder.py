import asyncio
import codecs


class LineProtocol(asyncio.Protocol):
    def __init__(self, on_line):
        self.on_line = on_line
        self.decoder = codecs.getincrementaldecoder("utf-8")()
        self.text = ""

    def data_received(self, data):
        self.text += self.decoder.decode(data)
        while "\n" in self.text:
            line, self.text = self.text.split("\n", 1)
            self.on_line(line)

    def connection_lost(self, error):
        self.text += self.decoder.decode(b"", final=True)
        if self.text:
            self.on_line(self.text)
