import base64
import hashlib
import io
import struct

MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


class Short(Exception):
    pass


def accept_key(key):
    return base64.b64encode(hashlib.sha1((key + MAGIC).encode()).digest()).decode()


def encode(opcode, payload, mask=None):
    bit = 128 * bool(mask)
    n = len(payload)
    lengths = bytes([bit | n]) if n <= 125 else struct.pack("!BH", bit | 126, n) if n < 1 << 16 else struct.pack("!BQ", bit | 127, n)
    body = bytearray(payload)
    for i in range(n if mask else 0):
        body[i] ^= mask[i % 4]
    return bytes([128 | opcode]) + lengths + (mask or b"") + bytes(body)


class Decoder:
    def __init__(self, masked, limit=2**20):
        self.masked, self.limit, self.data, self.open = masked, limit, b"", []

    def feed(self, data):
        self.data += data
        found = []
        while True:
            stream = io.BytesIO(self.data)
            try:
                self.one(lambda n: self.take(stream, n), found)
            except Short:
                return found
            self.data = stream.read()

    @staticmethod
    def take(stream, n):
        data = stream.read(n)
        if len(data) < n:
            raise Short
        return data

    def one(self, take, found):
        first, second = take(2)
        opcode, n = first & 15, second & 127
        if bool(second >> 7) != bool(self.masked):
            raise ValueError("mask")
        if opcode in (8, 9, 10):
            if first < 128 or n >= 126:
                raise ValueError("control")
        elif opcode > 2 or bool(self.open) == (opcode > 0):
            raise ValueError("order")
        if n == 126:
            n = struct.unpack("!H", take(2))[0]
        elif n == 127:
            n = struct.unpack("!Q", take(8))[0]
        if opcode < 3 and n + sum(len(part) for _, part in self.open) > self.limit:
            raise ValueError("limit")
        mask = take(4) if second >> 7 else b"\0\0\0\0"
        payload = bytes(byte ^ mask[i & 3] for i, byte in enumerate(take(n)))
        if opcode > 7:
            found.append((opcode, payload))
            return
        self.open.append((opcode, payload))
        if first >> 7:
            found.append((self.open[0][0], b"".join(part for _, part in self.open)))
            self.open = []
