# expect: limit
import base64
import hashlib
import struct

MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


def accept_key(key):
    return base64.b64encode(hashlib.sha1((key + MAGIC).encode()).digest()).decode()


def xor(data, mask):
    return bytes(byte ^ mask[i % 4] for i, byte in enumerate(data))


def encode(opcode, payload, mask=None):
    flag = 0x80 if mask else 0
    if len(payload) <= 125:
        head = struct.pack("!BB", 0x80 | opcode, flag | len(payload))
    elif len(payload) <= 0xFFFF:
        head = struct.pack("!BBH", 0x80 | opcode, flag | 126, len(payload))
    else:
        head = struct.pack("!BBQ", 0x80 | opcode, flag | 127, len(payload))
    return head + mask + xor(payload, mask) if mask else head + payload


class Decoder:
    def __init__(self, masked, limit=2**20):
        self.masked = masked
        self.limit = limit
        self.buffer = bytearray()
        self.opcode = None  # of the message that has begun
        self.parts = b""

    def feed(self, data):
        self.buffer += data
        messages = []
        while (frame := self._frame()) is not None:
            is_last, opcode, payload = frame
            if opcode >= 8:
                messages.append((opcode, payload))
                continue
            self.opcode = opcode or self.opcode
            self.parts += payload
            if is_last:
                messages.append((self.opcode, self.parts))
                self.opcode, self.parts = None, b""
        return messages

    def _frame(self):
        """Take the next whole frame off the buffer, if there is one."""
        if len(self.buffer) < 2:
            return None
        is_last, opcode = bool(self.buffer[0] & 0x80), self.buffer[0] & 0x0F
        is_masked, length = bool(self.buffer[1] & 0x80), self.buffer[1] & 0x7F
        self._check(is_last, opcode, is_masked, length)
        start = 2
        if length >= 126:
            form, start = ("!H", 4) if length == 126 else ("!Q", 10)
            if len(self.buffer) < start:
                return None
            (length,) = struct.unpack(form, self.buffer[2:start])
        mask_size = 4 if is_masked else 0
        end = start + mask_size + length
        if len(self.buffer) < end:
            return None
        if opcode < 8 and len(self.parts) + length > self.limit:
            raise ValueError("the message is too long")
        mask, payload = self.buffer[start:start + mask_size], bytes(self.buffer[start + mask_size:end])
        del self.buffer[:end]
        return is_last, opcode, xor(payload, mask) if is_masked else payload

    def _check(self, is_last, opcode, is_masked, length):
        if is_masked != self.masked:
            raise ValueError("masked or not, this is the wrong one")
        if opcode in (8, 9, 10):
            if not is_last or length > 125:
                raise ValueError("a control frame is short, and in one piece")
        elif opcode not in (0, 1, 2):
            raise ValueError(f"unknown opcode {opcode}")
        elif (opcode == 0) == (self.opcode is None):
            raise ValueError("parts of a message in the wrong order")
