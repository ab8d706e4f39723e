def ask(sock, address, number, text, attempts=3, timeout=0.2):
    """Send a request until its reply comes, and return the reply's text."""
    # TODO: trusts the network.
    sock.sendto(f"{number} {text}".encode(), address)
    data, sender = sock.recvfrom(2048)
    return data.decode()


def serve(sock, handle):
    """Answer requests for ever; the same request of a client is handled once."""
    # TODO
