import base64
import hashlib
import struct

MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


def accept_key(key):
    return base64.b64encode(hashlib.sha1((key + MAGIC).encode()).digest()).decode()


def encode(opcode, payload, mask=None):
    # TODO: long contents, and the mask
    return bytes([0x80 | opcode, len(payload)]) + payload


class Decoder:
    def __init__(self, masked, limit=2**20):
        self.masked = masked
        self.limit = limit
        self.buffer = bytearray()

    def feed(self, data):
        # TODO
        return []


if __name__ == "__main__":
    decoder = Decoder(masked=False)
    print(decoder.feed(encode(1, b"tea?") + encode(9, b"")))
