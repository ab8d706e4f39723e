"""WebSockets on asyncio streams, for lessons: short texts only."""

import asyncio
import base64
import hashlib
import os

MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
TEXT, CLOSE = 1, 8


def accept_key(key):
    return base64.b64encode(hashlib.sha1((key + MAGIC).encode()).digest()).decode()


async def head(reader):
    """The headers of an HTTP message, by their small names."""
    lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")[1:-2]
    return {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}


class Connection:
    def __init__(self, reader, writer, is_client):
        self.reader, self.writer, self.is_client = reader, writer, is_client

    async def send(self, text, opcode=TEXT):
        payload = text.encode()
        mask = os.urandom(4) if self.is_client else b""
        self.writer.write(bytes([0x80 | opcode, (0x80 if mask else 0) | len(payload)]) + mask)
        self.writer.write(bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload)) if mask else payload)
        await self.writer.drain()

    async def receive(self):
        """The next text, or None at the end."""
        try:
            first, second = await self.reader.readexactly(2)
            mask = await self.reader.readexactly(4) if second & 0x80 else b"\0\0\0\0"
            payload = await self.reader.readexactly(second & 0x7F)
        except (asyncio.IncompleteReadError, ConnectionError):
            return None
        text = bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload)).decode()
        return text if first & 0x0F == TEXT else None

    async def __aiter__(self):
        while (text := await self.receive()) is not None:
            yield text

    async def close(self):
        await self.send("", CLOSE)
        self.writer.close()


async def accept(reader, writer):
    headers = await head(reader)
    writer.write(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n")
    writer.write(f"Sec-WebSocket-Accept: {accept_key(headers['sec-websocket-key'])}\r\n\r\n".encode())
    return Connection(reader, writer, is_client=False)


async def connect(port, path="/"):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    key = base64.b64encode(os.urandom(16)).decode()
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                 f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n".encode())
    headers = await head(reader)
    if headers.get("sec-websocket-accept") != accept_key(key):
        raise ConnectionError("the other side does not speak WebSocket")
    return Connection(reader, writer, is_client=True)
