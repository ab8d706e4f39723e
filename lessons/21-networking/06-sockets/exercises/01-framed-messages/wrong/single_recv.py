# expect: one_recv
def receive_exactly(sock, size):
    """Return exactly size bytes; ConnectionError if the stream ends before."""
    data = sock.recv(size)
    if size and not data:
        raise ConnectionError("the other side has closed")
    return data


def send_message(sock, text):
    """Send the text as UTF-8, after its length in 4 bytes."""
    data = text.encode()
    sock.sendall(len(data).to_bytes(4, "big") + data)


def receive_message(sock):
    """Return the text of the next message."""
    size = int.from_bytes(receive_exactly(sock, 4), "big")
    return receive_exactly(sock, size).decode()
