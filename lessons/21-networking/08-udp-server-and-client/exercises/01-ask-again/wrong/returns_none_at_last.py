# expect: never_gives_up
import time


def ask(sock, address, number, text, attempts=3, timeout=0.2):
    """Send a request until its reply comes, and return the reply's text."""
    request = f"{number} {text}".encode()
    for _ in range(attempts):
        sock.sendto(request, address)
        deadline = time.monotonic() + timeout
        while (time_left := deadline - time.monotonic()) > 0:
            sock.settimeout(time_left)
            try:
                data, _sender = sock.recvfrom(2048)
            except TimeoutError:
                break
            replied_to, _, reply = data.decode().partition(" ")
            if replied_to == str(number):
                return reply


def serve(sock, handle):
    """Answer requests for ever; the same request of a client is handled once."""
    replies = {}
    while True:
        data, client = sock.recvfrom(2048)
        number, _, text = data.decode().partition(" ")
        if (client, number) not in replies:
            replies[client, number] = handle(text)
        sock.sendto(f"{number} {replies[client, number]}".encode(), client)
