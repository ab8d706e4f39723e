import base64
import hashlib
import itertools

MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


def accept_key(key):
    return base64.b64encode(hashlib.sha1((key + MAGIC).encode()).digest()).decode()


def encode(opcode, payload, mask=None):
    n = len(payload)
    size, code = (0, n) if n < 126 else (2, 126) if n < 65536 else (8, 127)
    head = bytes([128 + opcode, (128 if mask else 0) + code]) + (n.to_bytes(size, "big") if size else b"")
    if mask is None:
        return head + payload
    return head + mask + bytes(a ^ b for a, b in zip(payload, itertools.cycle(mask)))


class Decoder:
    """A generator asks for bytes with `yield`, and is given them by `feed`."""

    def __init__(self, masked, limit=2**20):
        self.masked, self.limit = masked, limit
        self.rest, self.out, self.begun = b"", [], None
        self.steps = self.read()
        self.wants = next(self.steps)

    def feed(self, data):
        self.rest += data
        while len(self.rest) >= self.wants:
            piece, self.rest = self.rest[:self.wants], self.rest[self.wants:]
            self.wants = self.steps.send(piece)
        found, self.out = self.out, []
        return found

    def read(self):
        while True:
            first, second = yield 2
            fin, opcode, n = first >= 128, first % 16, second % 128
            control = opcode > 7
            if (second >= 128) is not bool(self.masked) or opcode not in {0, 1, 2, 8, 9, 10}:
                raise ValueError
            if control and (n > 125 or not fin):
                raise ValueError
            if not control and bool(opcode) is (self.begun is not None):
                raise ValueError
            if n > 125:
                n = int.from_bytes((yield 2 if n == 126 else 8), "big")
            if not control and n + len(self.begun[1] if self.begun else b"") > self.limit:
                raise ValueError
            mask = (yield 4) if self.masked else bytes(4)
            payload = bytes(a ^ b for a, b in zip((yield n), itertools.cycle(mask)))
            if control:
                self.out.append((opcode, payload))
                continue
            self.begun = (opcode, payload) if opcode else (self.begun[0], self.begun[1] + payload)
            if fin:
                self.out.append(self.begun)
                self.begun = None
