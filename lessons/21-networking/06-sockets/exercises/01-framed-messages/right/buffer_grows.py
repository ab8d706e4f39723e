import struct


def receive_exactly(sock, size):
    data = bytearray()
    while len(data) < size:
        more = sock.recv(size - len(data))
        if more == b"":
            raise ConnectionResetError("the stream ended")
        data += more
    return bytes(data)


def send_message(sock, text):
    data = text.encode("utf-8")
    sock.sendall(struct.pack("!I", len(data)))
    sock.sendall(data)


def receive_message(sock):
    (size,) = struct.unpack("!I", receive_exactly(sock, 4))
    return receive_exactly(sock, size).decode("utf-8")
