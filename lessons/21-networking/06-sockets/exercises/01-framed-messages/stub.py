def receive_exactly(sock, size):
    """Return exactly size bytes; ConnectionError if the stream ends before."""
    # TODO: gives what happens to be there.
    return sock.recv(size)


def send_message(sock, text):
    """Send the text as UTF-8, after its length in 4 bytes."""
    # TODO


def receive_message(sock):
    """Return the text of the next message."""
    # TODO
