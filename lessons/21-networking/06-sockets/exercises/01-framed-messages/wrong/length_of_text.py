# expect: counts_characters
def receive_exactly(sock, size):
    """Return exactly size bytes; ConnectionError if the stream ends before."""
    parts = []
    missing = size
    while missing > 0:
        data = sock.recv(missing)
        if not data:
            raise ConnectionError(f"{missing} of {size} bytes are missing")
        parts.append(data)
        missing -= len(data)
    return b"".join(parts)


def send_message(sock, text):
    """Send the text as UTF-8, after its length in 4 bytes."""
    data = text.encode()
    sock.sendall(len(text).to_bytes(4, "big") + data)


def receive_message(sock):
    """Return the text of the next message."""
    size = int.from_bytes(receive_exactly(sock, 4), "big")
    return receive_exactly(sock, size).decode()
